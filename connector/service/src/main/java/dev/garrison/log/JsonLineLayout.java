package dev.garrison.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.VisibleText;
import dev.garrison.json.Json;
import java.util.Locale;
import java.util.Optional;

/** Formats an event as one line of JSON. A key without a value is omitted. */
final class JsonLineLayout extends LayoutBase<ILoggingEvent> {
  private final Json json;

  JsonLineLayout(Json json) {
    this.json = json;
  }

  @Override
  public String doLayout(ILoggingEvent event) {
    ObjectNode line =
        json.object()
            .put("at", event.getInstant().toString())
            .put("level", event.getLevel().toString().toLowerCase(Locale.ROOT))
            .put("component", Fields.component(event))
            .put("thread", event.getThreadName())
            .put("message", LogText.text(event.getFormattedMessage()));
    Fields.of(event, Fields.JOB).ifPresent(job -> line.put(Fields.JOB, job));
    Fields.of(event, Fields.RUN).ifPresent(run -> line.put(Fields.RUN, Long.parseLong(run)));
    Fields.of(event, Fields.CODE).ifPresent(code -> line.put(Fields.CODE, code));
    Optional.ofNullable(event.getThrowableProxy())
        .map(ThrowableProxyUtil::asString)
        .ifPresent(trace -> line.put("exception", LogText.text(trace)));
    return VisibleText.json(json.canonical(line)) + "\n";
  }
}
