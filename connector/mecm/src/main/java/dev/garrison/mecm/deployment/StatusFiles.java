package dev.garrison.mecm.deployment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.files.OwnerOnly;
import dev.garrison.json.Json;
import dev.garrison.json.JsonForm;
import dev.garrison.language.Message;
import dev.garrison.state.RecordCode;
import dev.garrison.state.StateFolder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.function.Consumer;

/**
 * Keeps the status of a deployment's servers before the deployment is deleted. One file of JSON
 * lines for each deployment, in the state folder. The first line names the deployment; the rows
 * after it are as the site sent them. Evidence for people; no program reads it.
 */
public final class StatusFiles implements KeptStatus {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss-SSS'Z'").withZone(ZoneOffset.UTC);

  private static final String FORMAT = "garrison-deployment-status/1";

  private final Json json;
  private final StateFolder state;
  private final String site;
  private final Clock clock;

  /**
   * The first line.
   *
   * @param deployment its AssignmentID
   * @param at time at which the site was asked
   */
  private record Head(String format, String site, long deployment, Instant at)
      implements JsonForm {}

  public StatusFiles(Json json, StateFolder state, String site, Clock clock) {
    this.json = json;
    this.state = state;
    this.site = site;
    this.clock = clock;
  }

  @Override
  public String keep(long deployment, Consumer<Consumer<ObjectNode>> source) {
    Instant now = clock.instant();
    Path folder = state.path().resolve("status");
    Path file = folder.resolve("%s-%d-%s.jsonl".formatted(site, deployment, NAME.format(now)));
    try {
      OwnerOnly.folder(folder);
      try (FileChannel channel = OwnerOnly.create(file);
          Writer rows = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8))) {
        line(rows, json.tree(new Head(FORMAT, site, deployment, now)));
        source.accept(row -> line(rows, row));
        rows.flush();
        channel.force(true);
      }
      return file.toString();
    } catch (IOException | UncheckedIOException e) {
      throw new RefusalException(
          Diagnostic.error(
              RecordCode.STATE_FOLDER_UNUSABLE,
              Message.of(
                  "deployment.status-not-kept",
                  "file",
                  file,
                  "reason",
                  String.valueOf(e.getMessage()))),
          e);
    }
  }

  private void line(Writer rows, ObjectNode row) {
    try {
      rows.write(json.canonical(row));
      rows.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
