package dev.garrison.state;

import com.fasterxml.jackson.databind.JsonNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.digest.Sha256;
import dev.garrison.files.AtomicMove;
import dev.garrison.files.OwnerOnly;
import dev.garrison.json.Json;
import dev.garrison.json.JsonException;
import dev.garrison.json.Recorded;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Plan files: JSON with sorted keys, written completely or not at all. */
public final class PlanFiles {
  private static final long LARGEST = 16L * 1024 * 1024;

  private final Json json;

  public PlanFiles(Json json) {
    this.json = json;
  }

  /** The plan as JSON, the same for the file and for {@code --json}. */
  public String text(StoredPlan plan) {
    return json.pretty(plan.form());
  }

  /**
   * Digest that identifies the plan in the journal. It is the same however the plan is stored:
   * version, change number and expiry are not part of it.
   */
  public Sha256 digest(StoredPlan plan) {
    return Sha256.of(json.canonical(PlanForm.of(plan.plan())));
  }

  /** Writes the plan; an existing file is replaced only when the new one is complete. */
  public void write(Path file, StoredPlan plan) {
    replace(file, text(plan));
  }

  private static void replace(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path part = target.resolveSibling(target.getFileName() + ".part");
    try {
      Files.deleteIfExists(part);
      OwnerOnly.writeClosed(part, text.getBytes(StandardCharsets.UTF_8));
      AtomicMove.replace(part, target);
    } catch (IOException e) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.PLAN_FILE_NOT_WRITTEN,
              Message.of("plan-file.not-written", "file", file, "reason", reason(e))),
          e);
    }
  }

  /** Reads a plan. Any problem with the file is reported as one diagnostic. */
  public StoredPlan read(Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw unreadable(file, Text.of("plan-file.too-large"), null);
      }
      JsonNode tree = json.parse(Files.readString(file, StandardCharsets.UTF_8));
      JsonNode format = tree.path("format");
      if (format.isTextual() && !format.textValue().equals(StoredPlan.FORMAT)) {
        throw unreadable(
            file,
            Text.of(
                "plan-file.other-format", "format", format.textValue(), "known", StoredPlan.FORMAT),
            null);
      }
      Recorded<StoredPlan> plan = StoredPlan.read(json, tree);
      if (!StoredPlan.holds(tree)) {
        throw altered(file);
      }
      if (!plan.unknown().isEmpty()) {
        throw unreadable(
            file, Text.of("plan-file.part-unknown", "part", plan.unknown().getFirst()), null);
      }
      return plan.value();
    } catch (IOException | JsonException e) {
      throw unreadable(file, reason(e), e);
    }
  }

  private static RefusalException altered(Path file) {
    return new RefusalException(
        Diagnostic.error(
            RecordCode.PLAN_FILE_ALTERED, Message.of("plan-file.altered", "file", file)));
  }

  private static RefusalException unreadable(
      Path file, Text why, @org.jspecify.annotations.Nullable Throwable cause) {
    Diagnostic diagnostic =
        Diagnostic.error(
            RecordCode.PLAN_FILE_UNREADABLE,
            Message.of("plan-file.unreadable", "file", file, "reason", why));
    return cause == null
        ? new RefusalException(diagnostic)
        : new RefusalException(diagnostic, cause);
  }

  private static Text reason(Exception failure) {
    return switch (failure) {
      case NoSuchFileException _ -> Text.of("plan-file.missing");
      case CharacterCodingException _ -> Text.of("plan-file.not-text");
      default -> Text.of(failure);
    };
  }
}
