# Headers, CMake package and pkg-config file. Nothing depends on the architecture: all go to share/.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_DATADIR}/cmake/medusa)
set(pkgconfig_dir ${CMAKE_INSTALL_DATADIR}/pkgconfig)

set(file_sets FILE_SET HEADERS)
if(CMAKE_VERSION VERSION_LESS 3.23)
  set(file_sets)
  install(DIRECTORY include/medusa DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endif()
install(TARGETS medusa EXPORT medusa
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  ${file_sets})

# For `import medusa;`: CMake knows modules from 3.28 on, the sources are for whoever builds them.
install(FILES include/medusa/medusa.cppm include/medusa/testing.cppm
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/medusa)

# How debuggers show our types.
install(FILES tools/debug/medusa_gdb.py DESTINATION ${CMAKE_INSTALL_DATADIR}/medusa/gdb)
install(FILES tools/debug/medusa.natvis DESTINATION ${CMAKE_INSTALL_DATADIR}/medusa)

# The exported targets need no find_dependency, so they are the whole package.
install(EXPORT medusa NAMESPACE medusa:: DESTINATION ${package_dir} FILE medusa-config.cmake)
write_basic_package_version_file(medusa-config-version.cmake
  COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)  # below 1.0 a minor version may break
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/medusa-config-version.cmake DESTINATION ${package_dir})

# Relative to the file itself, so that the installed tree may be moved.
file(RELATIVE_PATH medusa_pc_includedir
  /${pkgconfig_dir} /${CMAKE_INSTALL_INCLUDEDIR})
configure_file(cmake/medusa.pc.in medusa.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/medusa.pc DESTINATION ${pkgconfig_dir})
