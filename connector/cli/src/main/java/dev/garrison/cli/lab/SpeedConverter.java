package dev.garrison.cli.lab;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

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
    throw new TypeConversionException(
        "'%s' is not a speed from 0x to %dx, such as 60x.".formatted(text, FASTEST));
  }
}
