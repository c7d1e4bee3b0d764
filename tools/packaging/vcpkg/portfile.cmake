set(VCPKG_BUILD_TYPE release)  # headers alone: a debug build would be the same

vcpkg_download_distfile(archive
  URLS "@URL@/medusa-@VERSION@.tar.gz"
  FILENAME "medusa-@VERSION@.tar.gz"
  SHA512 @SHA512@)
vcpkg_extract_source_archive(SOURCE_PATH ARCHIVE "${archive}")

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS
    -DMEDUSA_TESTS=OFF
    -DMEDUSA_EXAMPLES=OFF
    -DMEDUSA_INSTALL=ON)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH share/cmake/medusa)
vcpkg_fixup_pkgconfig()

file(INSTALL "${CMAKE_CURRENT_LIST_DIR}/usage" DESTINATION "${CURRENT_PACKAGES_DIR}/share/${PORT}")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
