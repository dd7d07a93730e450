package dev.garrison.server.page;

import dev.garrison.server.page.frame.Assets;

/** A page that says why there is no other. */
record ProblemView(
    String title, String code, String problem, String remedy, String css, String icon) {
  ProblemView(String title, String code, String problem, String remedy) {
    this(title, code, problem, remedy, Assets.path("garrison.css"), Assets.path("garrison.svg"));
  }
}
