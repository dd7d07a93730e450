package dev.garrison.server.page;

import dev.garrison.diagnostic.VisibleText;
import dev.garrison.server.page.frame.View;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/**
 * Renders the templates of pages. Values are escaped for their place in the page. Characters that
 * would be invisible, and can only come from other sources, are shown by their number.
 */
final class Templates {
  private static final int USUAL_LENGTH = 16 * 1024;

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null,
          ContentType.Html,
          Templates.class.getClassLoader(),
          Templates.class.getPackageName());

  String render(View view) {
    StringOutput page = new StringOutput(USUAL_LENGTH);
    engine.render(view.template() + ".jte", view.model(), page);
    return VisibleText.lines(page.toString());
  }
}
