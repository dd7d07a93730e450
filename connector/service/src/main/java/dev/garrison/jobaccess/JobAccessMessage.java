package dev.garrison.jobaccess;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.job.JobCode;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Messages between a command and the process that has the history open. Both are of one version,
 * and no message is stored: so values are sent as the methods of {@link JobAccess} have them, and
 * have no forms of their own.
 */
final class JobAccessMessage {
  private JobAccessMessage() {}

  /**
   * A value in a message.
   *
   * @param node alone, or nothing for an empty optional
   */
  record Packed(List<JsonNode> node) implements JsonForm {
    static Packed of(Json json, @Nullable Object value) {
      JsonNode node = value == null ? NullNode.getInstance() : json.node(value);
      return new Packed(node.isNull() ? List.of() : List.of(node));
    }

    /** Reads the value as the type of the method. */
    @Nullable Object as(Json json, Type type) throws IOException {
      if (!node.isEmpty()) {
        return json.read(node.getFirst(), type);
      }
      if (type == void.class) {
        return null;
      }
      if (type instanceof ParameterizedType many && many.getRawType() == Optional.class) {
        return Optional.empty();
      }
      throw new IOException("a value is missing");
    }
  }

  /**
   * A request.
   *
   * @param name of the method of {@link JobAccess}
   */
  record Request(String name, List<Packed> arguments) implements JsonForm {}

  /**
   * An answer.
   *
   * @param value nothing where there is a refusal
   * @param refusal why there is none; empty otherwise
   */
  record Answer(Packed value, Optional<Refusal> refusal) implements JsonForm {
    static Answer of(Json json, @Nullable Object value) {
      return new Answer(Packed.of(json, value), Optional.empty());
    }

    static Answer of(Throwable cause) {
      Diagnostic first =
          cause instanceof RefusalException refusal
              ? refusal.diagnostics().getFirst()
              : Diagnostic.error(
                  JobCode.JOB_FAULT, Message.of("history.fault", "reason", cause.toString()));
      return new Answer(
          new Packed(List.of()),
          Optional.of(new Refusal(first.code().name(), first.problem(), first.remedy())));
    }
  }

  /** A diagnostic in a message; of several, the first. */
  record Refusal(String code, String problem, String remedy) implements JsonForm {
    RefusalException exception() {
      JobCode known =
          Arrays.stream(JobCode.values())
              .filter(each -> each.name().equals(code))
              .findFirst()
              .orElse(JobCode.HISTORY_UNUSABLE);
      return new RefusalException(
          Diagnostic.error(known, new Message(Text.verbatim(problem), Text.verbatim(remedy))));
    }
  }
}
