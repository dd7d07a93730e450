package dev.garrison.cli.lab;

import dev.garrison.cli.option.ValueRefusal;
import dev.garrison.language.Text;
import picocli.CommandLine.ITypeConverter;

/** Reads the speed of a clock, such as {@code 60x}. */
final class SpeedConverter implements ITypeConverter<Integer> {
  /** Faster, the clock of a command would be too far behind that of the site. */
  private static final int FASTEST = 600;

  @Override
  public Integer convert(String text) {
    if (text.endsWith("x")) {
      try {
        int speed = Integer.parseInt(text.substring(0, text.length() - 1));
        if (speed >= 0 && speed <= FASTEST) {
          return speed;
        }
      } catch (NumberFormatException noNumber) {
        // Refused as other texts are.
      }
    }
    throw new ValueRefusal(
        Text.of("value.speed", "value", text, "fastest", String.valueOf(FASTEST)));
  }
}
