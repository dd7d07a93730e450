package dev.garrison.schedule;

import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.nio.charset.StandardCharsets;

/** Stores the one word that an execution carries as text; nothing is ever deserialized as Java. */
final class WordSerializer implements Serializer {
  @Override
  public byte[] serialize(Object data) {
    return String.valueOf(data).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public <T> T deserialize(Class<T> shape, byte[] data) {
    return shape.cast(new String(data, StandardCharsets.UTF_8));
  }
}
