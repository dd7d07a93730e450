package dev.garrison.server.page;

import dev.garrison.browser.Browser;
import dev.garrison.browser.ConsoleMessage;
import dev.garrison.browser.Element;
import dev.garrison.browser.Key;
import dev.garrison.browser.Screen;
import dev.garrison.browser.Screen.Scheme;
import dev.garrison.browser.Screen.Size;
import dev.garrison.login.Role;
import dev.garrison.server.ServedSite;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;

/** A person at the pages of a site's service, with a browser. */
final class Visitor {
  private final Browser browser;
  private final ServedSite served;
  private String language = "en";

  Visitor(Browser browser, ServedSite served) {
    this.browser = browser;
    this.served = served;
  }

  URI address(String path) {
    return URI.create(served.url() + path);
  }

  void open(String path) {
    browser.open(address(path));
  }

  /** Reads pages in this language from now on, by the switch at their end. */
  void read(String tag) {
    language = tag;
    click(browser.find(".language button[value=%s]".formatted(tag)));
  }

  /** The path and query of the page that is shown. */
  String place() {
    URI here = browser.address();
    return here.getRawPath() + (here.getRawQuery() == null ? "" : "?" + here.getRawQuery());
  }

  /** Signs in anew, by keys alone. */
  void signIn(Role role) {
    browser.forgetCookies();
    open("/signin");
    browser.tabTo("#token");
    browser.type(served.token(role));
    enter();
    browser.find("nav [aria-current=page]");
  }

  /** Presses Enter where that leads to another page. */
  void enter() {
    browser.follow(() -> browser.press(Key.ENTER));
  }

  /** Clicks what leads to another page. */
  void click(Element element) {
    browser.follow(element::click);
  }

  /** Opens a page, by its link. */
  void follow(String text) {
    click(browser.link(text));
  }

  String heading() {
    return browser.find("main h1").text();
  }

  /** What the page says came of a form. */
  String notice() {
    return browser.find("[role=status]").text();
  }

  /** Gives a reason to the form that goes to this action, and sends it. */
  void order(String action, String reason) {
    Element form = form(action);
    form.find("[name=reason]").type(reason);
    click(form.find("button"));
  }

  /** The form that goes to this action, unfolded. */
  Element form(String action) {
    String selector = "form[action='%s']".formatted(action);
    Element form = browser.find(selector);
    if (!form.isShown()) {
      browser.find("details:has(%s) > summary".formatted(selector)).click();
    }
    return form;
  }

  List<ConsoleMessage> trouble() {
    return browser.console().stream().filter(ConsoleMessage::isTrouble).toList();
  }

  /**
   * Looks at the page that is shown in both sizes and both schemes, and keeps pictures of it.
   *
   * @param name of the pictures
   */
  void requireSound(String name) {
    SoftAssertions softly = new SoftAssertions();
    requireForm(softly);
    for (Size size : Size.values()) {
      for (Scheme scheme : schemes(name)) {
        requireLook(softly, size, scheme);
        browser.screen().picture(picture(name + suffix(), size, scheme));
      }
      requireFit(softly, size);
    }
    rest();
    requireCalm(softly);
    softly.assertAll();
  }

  /** Looks at the page that is shown as most people see it. */
  void requireSound() {
    SoftAssertions softly = new SoftAssertions();
    requireForm(softly);
    requireLook(softly, Size.DESKTOP, Scheme.LIGHT);
    requireFit(softly, Size.DESKTOP);
    requireCalm(softly);
    softly.assertAll();
  }

  private void requireForm(SoftAssertions softly) {
    softly.assertThat(browser.texts("h1")).as("first headings").hasSize(1).doesNotContain("");
    softly.assertThat(browser.title()).as("title").isNotBlank().endsWith("Garrison");
    softly.assertThat(browser.find("html").attribute("lang")).as("language").contains(language);
    softly
        .assertThat(browser.find("meta[name=viewport]").attribute("content").orElse(""))
        .as("viewport")
        .contains("width=device-width");
    softly.assertThat(browser.all("main#main")).as("main").hasSize(1);
  }

  private void requireLook(SoftAssertions softly, Size size, Scheme scheme) {
    browser.screen().size(size);
    browser.screen().scheme(scheme);
    softly
        .assertThat(scheme == Scheme.LIGHT ? browser.violations() : browser.contrasts())
        .as((size + " " + scheme).toLowerCase(Locale.ROOT))
        .isEmpty();
  }

  private void requireFit(SoftAssertions softly, Size size) {
    softly.assertThat(browser.screen().brokenWords()).as("broken words, " + size).isEmpty();
    softly.assertThat(browser.screen().overflow()).as("overflow, " + size).isNotPositive();
  }

  private void requireCalm(SoftAssertions softly) {
    softly.assertThat(trouble()).as("console").isEmpty();
  }

  /** A dark page in Japanese has the colors of the English one. */
  private List<Scheme> schemes(String name) {
    return language.equals("en") || name.equals("overview")
        ? List.of(Scheme.values())
        : List.of(Scheme.LIGHT);
  }

  private String suffix() {
    return language.equals("en") ? "" : "-" + language;
  }

  private static String picture(String name, Size size, Scheme scheme) {
    return "%s%s-%d".formatted(name, scheme == Scheme.DARK ? "-dark" : "", size.width());
  }

  /** As most people look. */
  void rest() {
    Screen screen = browser.screen();
    screen.size(Size.DESKTOP);
    screen.scheme(Scheme.LIGHT);
  }
}
