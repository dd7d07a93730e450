package dev.garrison.cli.service;

import dev.garrison.json.JsonForm;
import dev.garrison.webhook.TestMessage;
import java.util.List;

/** Results of test messages to webhooks, as JSON. */
record WebhooksAnswer(String format, List<Tried> webhooks) implements JsonForm {
  private static final String FORMAT = "garrison-notify-test/1";

  record Tried(String webhook, boolean arrived, String answer) implements JsonForm {
    private static Tried of(TestMessage test) {
      return new Tried(test.webhook(), test.arrived(), test.posted().words());
    }
  }

  static WebhooksAnswer of(List<TestMessage> tests) {
    return new WebhooksAnswer(FORMAT, tests.stream().map(Tried::of).toList());
  }
}
