package dev.garrison.takeover;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.engine.resource.Mark;
import dev.garrison.json.Json;
import dev.garrison.language.Message;
import dev.garrison.language.Text;
import dev.garrison.manifest.SiteSection;
import dev.garrison.manifest.draft.DraftFile;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.site.Site;
import dev.garrison.mecm.site.SiteStatement;
import dev.garrison.survey.NamesOnSite;
import dev.garrison.takeover.composed.Composed;
import dev.garrison.takeover.composed.ForeignComposer;
import dev.garrison.takeover.composed.OwnComposer;
import dev.garrison.takeover.draft.Answers;
import dev.garrison.takeover.draft.DraftText;
import dev.garrison.takeover.draft.SiteAccess;
import dev.garrison.takeover.seen.SeenReader;
import dev.garrison.takeover.seen.SeenSite;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a manifest for a site that already onboards servers. It only reads the site; an existing
 * file is never touched, and the written text was accepted by the manifest reader before.
 */
public final class Takeover {
  private static final String NO_CODE_YET = "XXX";

  private final Opening opening;
  private final ManifestReader reader;
  private final Clock clock;

  public Takeover(Opening opening, ManifestReader reader, Clock clock) {
    this.opening = opening;
    this.reader = reader;
    this.clock = clock;
  }

  /** Opens a site. */
  @FunctionalInterface
  public interface Opening {
    /**
     * Connects to nothing yet.
     *
     * @param file the future manifest; files with secrets are searched for next to it
     */
    OpenSite open(SiteSection site, Path file);
  }

  /** A site to read from. */
  public record OpenSite(AdminService service, Json json, Runnable ending)
      implements AutoCloseable {
    @Override
    public void close() {
      ending.run();
    }
  }

  /**
   * Result of an import.
   *
   * @param composed empty where nothing onboards, and then no file was written
   */
  public record TakenOver(SeenSite seen, Optional<Composed> composed) {}

  /**
   * Reads the site and writes the file.
   *
   * @param given options by name, such as {@code --org-id}
   * @throws RefusalException when the site cannot be judged, an option is missing or wrong, or the
   *     file exists
   */
  public TakenOver write(Path file, SiteAccess access, Map<String, String> given) {
    DraftFile draft = new DraftFile(file);
    draft.requireAbsent();
    LocalDate today = LocalDate.now(clock);
    String code = given.getOrDefault("--site-code", NO_CODE_YET);
    SiteSection site = site(file, access, code);
    SeenSite seen;
    try (OpenSite open = opening.open(site, file)) {
      seen =
          new SeenReader(open.service(), open.json())
              .read(found -> statement(found, given.get("--site-code"), access));
    }
    Answers answers = new Answers(given);
    Optional<Composed> composed = composed(seen, answers, access);
    if (composed.isEmpty()) {
      return new TakenOver(seen, composed);
    }
    if (!answers.missing().isEmpty()) {
      throw incomplete(answers.missing());
    }
    draft.write(accepted(file, DraftText.of(composed.get().draft(), today)));
    return new TakenOver(seen, composed);
  }

  /**
   * Reads the names to which a first manifest may refer.
   *
   * @param file the future manifest
   * @throws RefusalException when the site cannot be read
   */
  public NamesOnSite names(Path file, SiteAccess access, String code) {
    try (OpenSite open = opening.open(site(file, access, code), file)) {
      return NamesOnSite.read(open.service());
    }
  }

  private SiteSection site(Path file, SiteAccess access, String code) {
    return reader.site(access.lines(code), folder(file), LocalDate.now(clock));
  }

  private static Path folder(Path file) {
    return Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
  }

  private static SiteStatement statement(Site site, @Nullable String code, SiteAccess access) {
    return new SiteStatement(
        code == null ? site.identity().code() : code,
        "installed".equals(access.texts().get("rollupKB11121541")),
        access.switches().contains("allowChildPrimary"));
  }

  private static Optional<Composed> composed(SeenSite seen, Answers answers, SiteAccess access) {
    String code = seen.site().identity().code();
    Optional<Mark> mark = mark(seen, answers);
    if (mark.isPresent()) {
      return Optional.of(new OwnComposer(seen, mark.get(), answers).compose(access, code));
    }
    ForeignComposer composer = new ForeignComposer(seen, answers);
    return composer.isEmpty() ? Optional.empty() : Optional.of(composer.compose(access, code));
  }

  /** The mark of the manifest to rebuild; empty if the site has no ring of Garrison. */
  static Optional<Mark> mark(SeenSite seen, Answers answers) {
    NavigableSet<String> names =
        Stream.concat(
                seen.applications().stream().map(each -> each.description()),
                seen.collections().stream().map(each -> each.comment()))
            .flatMap(text -> Mark.in(text).stream())
            .filter(mark -> new OwnComposer(seen, mark, answers).hasRings())
            .map(Mark::manifest)
            .collect(Collectors.toCollection(TreeSet::new));
    Optional<String> named = answers.given("--name");
    if (named.isPresent()) {
      return named.filter(names::contains).map(Mark::new);
    }
    if (names.size() > 1) {
      throw new RefusalException(
          Diagnostic.error(
              TakeoverCode.SEVERAL_MANIFESTS,
              Message.of("takeover.several-manifests", "manifests", List.copyOf(names))));
    }
    return names.stream().findFirst().map(Mark::new);
  }

  private static RefusalException incomplete(Map<String, Text> missing) {
    return new RefusalException(
        Diagnostic.error(
            TakeoverCode.IMPORT_ANSWERS_MISSING,
            Message.of(
                "takeover.incomplete",
                "missing",
                missing.entrySet().stream()
                    .map(each ->
                        Text.of(
                            "takeover-missing.option",
                            "option",
                            each.getKey(),
                            "why",
                            each.getValue()))
                    .toList())));
  }

  /**
   * The text, once the reader has accepted it. Problems name no lines, because the file was not
   * written.
   */
  private String accepted(Path file, String text) {
    try {
      reader.read(
          file.toString(),
          folder(file),
          text.getBytes(StandardCharsets.UTF_8),
          LocalDate.now(clock));
    } catch (RefusalException e) {
      throw new RefusalException(
          e.diagnostics().stream().map(d -> Diagnostic.error(d.code(), d.message())).toList());
    }
    return text;
  }
}
