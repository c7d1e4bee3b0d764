from os.path import join

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.files import copy, get
from conan.tools.layout import basic_layout

required_conan_version = ">=2.0"


class Medusa(ConanFile):
    name = "medusa"
    version = "@VERSION@"
    description = "Header-only C++20 client for the Medusa v1 admin users API"
    license = "MIT"
    package_type = "header-library"
    settings = "os", "arch", "compiler", "build_type"  # for validate(); the package is one for all of them
    no_copy_source = True

    def layout(self):
        basic_layout(self, src_folder="src")

    def validate(self):
        check_min_cppstd(self, 20)

    def source(self):
        get(self, "@URL@/medusa-@VERSION@.tar.gz", sha256="@SHA256@", strip_root=True)

    def package(self):
        copy(self, "LICENSE", self.source_folder, join(self.package_folder, "licenses"))
        for pattern in ("*.hpp", "*.cppm"):
            copy(self, pattern, join(self.source_folder, "include"), join(self.package_folder, "include"))
        debug = join(self.source_folder, "tools", "debug")
        copy(self, "medusa_gdb.py", debug, join(self.package_folder, "share", "medusa", "gdb"))
        copy(self, "medusa.natvis", debug, join(self.package_folder, "share", "medusa"))

    def package_id(self):
        self.info.clear()

    def package_info(self):
        self.cpp_info.bindirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.set_property("cmake_file_name", "medusa")
        self.cpp_info.set_property("cmake_target_name", "medusa::medusa")
        self.cpp_info.set_property("pkg_config_name", "medusa")
