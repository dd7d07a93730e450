package dev.garrison.cli.option;

import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a duration that is longer than nothing. */
public final class PositiveDuration implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    Duration duration = TimeConverters.duration(text);
    if (duration.isZero()) {
      throw new TypeConversionException("'%s' is no time at all.".formatted(text));
    }
    return duration;
  }
}
