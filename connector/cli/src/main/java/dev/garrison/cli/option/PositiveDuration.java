package dev.garrison.cli.option;

import dev.garrison.language.Text;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;

/** Reads a duration that is longer than nothing. */
public final class PositiveDuration implements ITypeConverter<Duration> {
  @Override
  public Duration convert(String text) {
    Duration duration = TimeConverters.duration(text);
    if (duration.isZero()) {
      throw new ValueRefusal(Text.of("value.duration-zero", "value", text));
    }
    return duration;
  }
}
