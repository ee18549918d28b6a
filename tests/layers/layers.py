"""Compares the #include lines with the table of lib/README.md: which module may include which, and who may see a
library from outside. And what stands where: nothing lies about at the top.

    layers.py ROOT"""

import os
import re
import subprocess
import sys
import unittest

ROOT = sys.argv.pop(1) if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "../..")

# Headers of libraries from outside, and the folders that may include them.
OUTSIDE = {
    "sqlite3.h": ("lib/store/sqlite",),
    "jansson.h": ("lib/json", "lib/article"),
    "microhttpd.h": ("server",),
    "gumbo.h": ("lib/article",),
    "cmocka.h": (),
}
TOP = {"CMakeLists.txt", "LICENSE", "README.md", "lib", "schema", "server", "tests", "web"}
SERVER_MAY = {"ingest", "query", "store", "json"}


def read_table():
    """{module: modules that it may include}, from the Markdown table."""
    with open(os.path.join(ROOT, "lib/README.md"), encoding="utf-8") as file:
        rows = re.findall(r"^\| (\w+) \|[^|]*\| ([^|]*) \|$", file.read(), re.M)
    rows = [(name, text) for name, text in rows if name != "module"]
    names = {name for name, _ in rows}
    table = {}
    for name, text in rows:
        words = set(re.findall(r"\w+", text)) & names
        table[name] = (names - words if text.startswith("all") else words) - {name}
    return table


def closure(table, modules):
    """The modules and whatever their headers may include."""
    found = set(modules)
    for module in modules:
        found |= table[module]
    return found


def sources(folder):
    for path, _, files in os.walk(os.path.join(ROOT, folder)):
        for file in sorted(files):
            if file.endswith((".c", ".h")):
                yield os.path.relpath(os.path.join(path, file), ROOT)


def includes(path):
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            found = re.match(r'\s*#\s*include\s*([<"])([^>"]+)', line)
            if found:
                yield number, found.group(1), found.group(2)


class Layers(unittest.TestCase):
    def setUp(self):
        self.table = read_table()

    def check(self, path, may, faults):
        own = path.split("/")[1] if path.startswith("lib/") else "server"
        for number, kind, name in includes(path):
            first = name.split("/")[0]
            if kind == '"' and first in self.table and "/" in name and first != own and first not in may:
                faults.append("%s:%d: %s may not include %s" % (path, number, own, name))
            allowed = OUTSIDE.get(name)
            if allowed is not None and not path.startswith(tuple(folder + "/" for folder in allowed) or ("//",)):
                faults.append("%s:%d: %s is not for this folder" % (path, number, name))

    def test_the_table_names_every_module(self):
        folders = {name for name in os.listdir(os.path.join(ROOT, "lib"))
                   if os.path.isdir(os.path.join(ROOT, "lib", name))}
        self.assertEqual(set(self.table), folders)

    def test_the_top_level_holds_what_it_is_to(self):
        listed = subprocess.run(["git", "-C", ROOT, "ls-files"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                check=False, text=True)
        if listed.returncode != 0 or not listed.stdout:
            self.skipTest("the sources are no clone")
        names = {line.split("/")[0] for line in listed.stdout.splitlines()}
        self.assertEqual({name for name in names if not name.startswith(".")}, TOP)

    def test_the_table_has_no_circle(self):
        left = dict(self.table)
        while left:
            free = [name for name in left if not left[name] & set(left)]
            self.assertTrue(free, "these include each other: %s" % sorted(left))
            for name in free:
                del left[name]

    def test_modules_include_only_what_the_table_allows(self):
        faults = []
        for module, may in self.table.items():
            for path in sources("lib/" + module):
                self.check(path, may, faults)
        self.assertEqual(faults, [])

    def test_the_server_includes_only_the_upper_modules(self):
        faults = []
        for path in sources("server"):
            self.check(path, closure(self.table, SERVER_MAY), faults)
        self.assertEqual(faults, [])

    def test_nothing_includes_the_server_but_itself(self):
        faults = ["%s:%d" % (path, number) for path in sources("lib") for number, _, name in includes(path)
                  if name.startswith("server/")]
        self.assertEqual(faults, [])


if __name__ == "__main__":
    unittest.main()
