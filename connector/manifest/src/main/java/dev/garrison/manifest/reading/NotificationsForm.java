package dev.garrison.manifest.reading;

import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.notification.NoticeKind;
import dev.garrison.manifest.notification.Webhook;
import dev.garrison.manifest.notification.Webhook.Address;
import dev.garrison.manifest.value.SecretReference;
import dev.garrison.manifest.value.TrustAnchor;
import dev.garrison.manifest.yaml.Form;
import dev.garrison.manifest.yaml.Mapping;
import dev.garrison.manifest.yaml.Value;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads the section {@code notifications}. */
final class NotificationsForm {
  private static final Form<String> NAME =
      Scalars.text(Text.of("manifest-form.webhook-name"), Pattern.compile("[a-z0-9-]{1,40}"));
  private static final Form<NoticeKind> KIND = Scalars.word(NoticeKind.class);
  private static final Form<Webhook.Format> FORMAT = Scalars.word(Webhook.Format.class);
  private static final Pattern REFERENCE = Pattern.compile("(?:env|file|command|prompt)(?::.*)?");
  private static final Form<Address> ADDRESS =
      Addresses.form(Text.of("manifest-form.webhook-address"), NotificationsForm::address);
  private static final Form<Webhook> WEBHOOK =
      Form.section(Text.of("manifest-form.webhook"), NotificationsForm::webhook);

  private NotificationsForm() {}

  static Optional<List<Webhook>> read(Mapping root) {
    Optional<List<Webhook>> webhooks =
        root.optional("notifications", Form.listOf(WEBHOOK, 0), List.of());
    webhooks.ifPresent(list -> requireOnce(root, list));
    return webhooks;
  }

  private static void requireOnce(Mapping root, List<Webhook> webhooks) {
    Set<String> seen = new HashSet<>();
    for (int index = 0; index < webhooks.size(); index++) {
      if (!seen.add(webhooks.get(index).name())) {
        root.contradiction(
            ManifestCode.VALUE_REFUSED,
            "notifications[%d].name".formatted(index),
            Message.of("manifest-section.webhooks-equal", "value", webhooks.get(index).name()));
      }
    }
  }

  private static Optional<Address> address(Value value, String text) {
    return REFERENCE.matcher(text).matches()
        ? Addresses.SECRET.read(value).map(Address.Kept::new)
        : Addresses.webhook(value, text, ADDRESS.expected()).map(Address.Written::new);
  }

  private static Optional<Webhook> webhook(Mapping webhook) {
    Optional<String> name = webhook.required("name", NAME);
    Optional<Address> address = webhook.required("url", ADDRESS);
    Optional<SecretReference> secret = webhook.optional("secret", Addresses.SECRET);
    Optional<List<TrustAnchor>> trust = AccessForm.trust(webhook);
    Optional<List<NoticeKind>> on =
        webhook.optional("on", Form.listOf(KIND, 1), List.of(NoticeKind.values()));
    Optional<Webhook.Format> format = webhook.optional("format", FORMAT, Webhook.Format.JSON);
    if (format.filter(each -> each == Webhook.Format.JSON).isPresent() && !webhook.has("secret")) {
      webhook.contradiction(
          ManifestCode.KEY_MISSING,
          "url",
          Message.of("manifest-section.webhook-unsigned", "path", webhook.path("secret")));
    }
    secret.ifPresent(reference -> requireNobodyAsked(webhook, "secret", reference));
    address.ifPresent(where -> {
      if (where instanceof Address.Kept(SecretReference reference)) {
        requireNobodyAsked(webhook, "url", reference);
      }
    });
    on.filter(kinds -> Set.copyOf(kinds).equals(EnumSet.of(NoticeKind.RECOVERY)))
        .ifPresent(_ ->
            webhook.contradiction(
                ManifestCode.VALUE_REFUSED,
                "on",
                Message.of("manifest-section.recovery-alone", "path", webhook.path("on"))));
    return webhook.complete(() ->
        new Webhook(
            name.orElseThrow(),
            address.orElseThrow(),
            secret,
            trust.orElseThrow(),
            Set.copyOf(on.orElseThrow()),
            format.orElseThrow()));
  }

  private static void requireNobodyAsked(Mapping webhook, String key, SecretReference reference) {
    if (reference instanceof SecretReference.Prompt) {
      webhook.contradiction(
          ManifestCode.VALUE_REFUSED,
          key,
          Message.of("manifest-section.prompt-in-service", "path", webhook.path(key)));
    }
  }
}
