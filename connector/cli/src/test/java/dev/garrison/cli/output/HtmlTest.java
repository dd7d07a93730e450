package dev.garrison.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class HtmlTest {
  @Test
  void markupIsEscapedAndWhatTurnsTextAroundIsShown() {
    assertThat(Html.text("<b>&\"'\u202ex")).isEqualTo("&lt;b&gt;&amp;&quot;&#39;\\u202ex");
  }
}
