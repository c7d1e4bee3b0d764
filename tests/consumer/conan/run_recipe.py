"""Runs a recipe's methods in the order in which Conan 2 does, without Conan: its modules, as far as the recipe uses
them, do here what their documentation says. Prints the options that compile a program with the package.

usage: run_recipe.py CONANFILE FOLDER
"""
import fnmatch
import hashlib
import importlib.util
import pathlib
import shutil
import sys
import tarfile
import types
import urllib.request

sys.dont_write_bytecode = True
conanfile, folder = sys.argv[1], pathlib.Path(sys.argv[2])


class InvalidConfiguration(Exception):
    pass


class ConanFile:
    def __init__(self, cppstd):
        self.cppstd, self.info, self.properties = cppstd, types.SimpleNamespace(clear=lambda: None), {}
        self.cpp_info = types.SimpleNamespace(includedirs=["include"], libdirs=["lib"], bindirs=["bin"],
                                              set_property=self.properties.__setitem__)


def check_min_cppstd(recipe, least):
    if recipe.cppstd < least:
        raise InvalidConfiguration


def basic_layout(recipe, src_folder):
    recipe.source_folder, recipe.package_folder = str(folder / src_folder), str(folder / "package")


def get(recipe, url, sha256, strip_root):
    with urllib.request.urlopen(url) as answer:
        data = answer.read()
    if hashlib.sha256(data).hexdigest() != sha256:
        sys.exit(f"{url} is not what the recipe was made for")
    folder.mkdir(parents=True)
    (folder / "archive").write_bytes(data)
    with tarfile.open(folder / "archive") as archive:
        archive.extractall(folder / "unpacked")
    root, = (folder / "unpacked").iterdir() if strip_root else [folder / "unpacked"]
    root.rename(recipe.source_folder)


def copy(recipe, pattern, src, dst):
    for path in pathlib.Path(src).rglob("*"):
        name = path.relative_to(src).as_posix()
        if path.is_file() and fnmatch.fnmatch(name, pattern):
            (target := pathlib.Path(dst) / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)


def module(name, **content):
    sys.modules[name] = made = types.ModuleType(name)
    made.__dict__.update(content)


module("conan", ConanFile=ConanFile)
module("conan.tools")
module("conan.tools.build", check_min_cppstd=check_min_cppstd)
module("conan.tools.files", copy=copy, get=get)
module("conan.tools.layout", basic_layout=basic_layout)
spec = importlib.util.spec_from_file_location("conanfile", conanfile)
spec.loader.exec_module(loaded := importlib.util.module_from_spec(spec))
try:
    loaded.Medusa(17).validate()
    sys.exit("C++17 is not refused")
except InvalidConfiguration:
    recipe = loaded.Medusa(20)
for method in ("validate", "layout", "source", "package", "package_id", "package_info"):
    getattr(recipe, method)()
package = pathlib.Path(recipe.package_folder)
if not (package / "licenses/LICENSE").exists():
    sys.exit("the package has no licence")
for shipped in ("include/medusa/medusa.cppm", "share/medusa/gdb/medusa_gdb.py", "share/medusa/medusa.natvis"):
    if not (package / shipped).exists():
        sys.exit(f"the package has no {shipped}")
if recipe.properties["cmake_target_name"] != "medusa::medusa" or recipe.cpp_info.libdirs:
    sys.exit("the package does not look like what CMake finds without Conan")
print("-std=c++20", *(f"-I{package / each}" for each in recipe.cpp_info.includedirs))
