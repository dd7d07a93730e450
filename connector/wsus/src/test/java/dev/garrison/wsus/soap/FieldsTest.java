package dev.garrison.wsus.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.xml.XmlElement;
import org.junit.jupiter.api.Test;

/** Elements of a small object. */
final class FieldsTest {
  private static Fields with(String value) {
    return new Fields(XmlElement.of("", "row").containing(XmlElement.of("", "Id").withText(value)));
  }

  @Test
  void aNumberIsRead() {
    assertThat(with(" 7 ").number("Id")).isEqualTo(7);
  }

  @Test
  void aNumberTooLargeForAnIntIsRefusedInWords() {
    assertThatThrownBy(() -> with("99999999999").number("Id"))
        .isInstanceOf(SoapFormatException.class)
        .hasMessage("<Id> is 99999999999, more than an int");
  }

  @Test
  void whatIsNoNumberIsRefusedInWords() {
    assertThatThrownBy(() -> with("x").number("Id"))
        .isInstanceOf(SoapFormatException.class)
        .hasMessage("<Id> is no whole number");
  }
}
