"""Keeps the site whole without the internet and under the service's Content-Security-Policy."""

import hashlib
import posixpath
import re
import shutil
from pathlib import Path

COMMANDS = "reference/commands"
SCRIPTS = "assets/javascripts"
ICONS = "assets/images/icons"
LANGUAGES = {"ja", "stemmer.support", "multi"}
JAPANESE = ".ja.md"
LINK = re.compile(r"\[([^\]\[]+)\]\(((?:\.\./)+[^)\s]*)\)")
INLINE_SCRIPT = re.compile(r"<script>(.+?)</script>", re.DOTALL)
ICON = re.compile(r"url\((['\"])data:image/svg\+xml;charset=utf-8,(.*?)\1\)", re.DOTALL)

scripts = {}


def on_config(config):
    """Lists the page of each command, so that a new one needs no line here."""
    pages = sorted(path.name for path in Path(config.docs_dir, COMMANDS).glob("*.md"))
    reference = next(part["Reference"] for part in config.nav if "Reference" in part)
    commands = next(page["Commands"] for page in reference if "Commands" in page)
    commands += [{f"garrison {name[:-3]}": f"{COMMANDS}/{name}"} for name in pages if name != "index.md"]


def on_page_markdown(markdown, page, config, files):
    """A link to a file outside of the documents is its text: the file is in the sources only.

    The search shows decisions after guides, and the former page not at all.
    """
    if page.file.src_uri.startswith("adr/"):
        page.meta["search"] = {"boost": 0.2}
    if page.file.src_uri == "operations.md":
        page.meta["search"] = {"exclude": True}
    folder = posixpath.dirname(page.file.src_uri)

    def outside(link):
        target = posixpath.normpath(posixpath.join(folder, link[2]))
        return link[1] if target.startswith("..") else link[0]

    return LINK.sub(outside, markdown)


def on_page_context(context, page, config, nav):
    """Gives a page its language, and a link to the same page in each language.

    A page without a translation links to the first page of the other language.
    """
    address = page.file.src_uri
    japanese = address.endswith(JAPANESE)
    config.theme["language"] = "ja" if japanese else "en"
    pages = {other.file.src_uri: other.url for other in nav.pages}
    english = address.replace(JAPANESE, ".md")
    translated = english.replace(".md", JAPANESE)
    config.extra["alternate"] = [
        {"name": "English", "lang": "en", "link": pages.get(english, "index.html")},
        {"name": "日本語", "lang": "ja", "link": pages.get(translated, "index.ja.html")},
    ]
    return context


def on_post_page(output, page, config):
    """Moves inline scripts into files."""

    def moved(script):
        name = hashlib.sha256(script[1].encode()).hexdigest()[:8] + ".js"
        scripts[name] = script[1]
        root = posixpath.relpath(".", posixpath.dirname(page.url) or ".")
        return f'<script src="{root}/{SCRIPTS}/{name}"></script>'

    return INLINE_SCRIPT.sub(moved, output)


def on_post_build(config):
    """Writes what was moved, and drops what no page loads."""
    site = Path(config.site_dir)
    for name, text in sorted(scripts.items()):
        (site / SCRIPTS / name).write_text(text, encoding="utf-8")
    for sheet in sorted(site.glob("assets/stylesheets/*.css")):
        sheet.write_text(icons_in_files(site, sheet.read_text(encoding="utf-8")), encoding="utf-8")
    for script in site.glob(f"{SCRIPTS}/bundle.*.js"):
        text = script.read_text(encoding="utf-8")
        script.write_text(re.sub(r"https://unpkg\.com/[^\"]*", "data:,", text), encoding="utf-8")
    for path in site.glob(f"{SCRIPTS}/lunr/min/lunr.*.min.js"):
        if path.name[len("lunr."):-len(".min.js")] not in LANGUAGES:
            path.unlink()
    (site / SCRIPTS / "lunr/wordcut.js").unlink()
    for path in [*site.glob("assets/**/*.map"), *site.glob("sitemap.xml*"), site / "404.html"]:
        path.unlink()


def icons_in_files(site, sheet):
    """The policy admits pictures of the service alone, and no data: URLs."""
    folder = site / ICONS
    folder.mkdir(parents=True, exist_ok=True)

    def moved(icon):
        text = icon[2].replace("%23", "#")
        name = hashlib.sha256(text.encode()).hexdigest()[:8] + ".svg"
        (folder / name).write_text(text, encoding="utf-8")
        return f"url(../images/icons/{name})"

    return re.sub(r"\n?/\*# sourceMappingURL=.*?\*/", "", ICON.sub(moved, sheet))
