package dev.garrison.manifest.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.manifest.value.PublishTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FirstManifestTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final FirstManifest first = new FirstManifest(new ManifestReader(), CLOCK);
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("garrison.yaml");
  }

  private static Map<String, List<String>> options() {
    Map<String, List<String>> options = new LinkedHashMap<>();
    options.put("--name", List.of("contoso-prod"));
    options.put("--site-code", List.of("PS1"));
    options.put("--provider", List.of("https://cm01.contoso.example/AdminService"));
    options.put("--publish-to", List.of("folder:/srv/mde"));
    options.put("--content-source", List.of("\\\\fs01.contoso.example\\mde$"));
    options.put("--org-id", List.of("5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2"));
    options.put("--limiting-collection", List.of("All Servers"));
    options.put("--distribution-group", List.of("Europe DPs"));
    options.put("--ring-collection", List.of("Pilot's servers: \"all\" #1"));
    options.put("--antivirus", List.of("active"));
    options.put("--sample-sharing", List.of("none"));
    return options;
  }

  /** Answers from a list, and remembers what was asked and refused. */
  private static final class Script implements FirstManifest.Person {
    private final Queue<String> answers;
    private final List<String> asked = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();

    Script(String... answers) {
      this.answers = new ArrayDeque<>(List.of(answers));
    }

    @Override
    public Optional<String> answer(FirstQuestion question) {
      asked.add(question.answer().flag() + "|" + question.suggestion());
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public void refuse(List<Diagnostic> problems) {
      problems.forEach(problem -> refused.add(problem.toString()));
    }
  }

  @Test
  void whatIsWrittenFromOptionsIsReadBack() {
    first.write(file, options(), List.of());
    Manifest manifest = new ManifestReader().read(file, TODAY).manifest();
    assertThat(manifest.name()).isEqualTo("contoso-prod");
    assertThat(manifest.content().publishTo())
        .isEqualTo(new PublishTarget.Folder(Path.of("/srv/mde")));
    assertThat(manifest.content().contentSource()).isEqualTo("\\\\fs01.contoso.example\\mde$");
    assertThat(manifest.distribution().groups()).containsExactly("Europe DPs");
    Ring ring = manifest.rings().getFirst();
    assertThat(ring.name()).isEqualTo("pilot");
    assertThat(ring.collections()).containsExactly("Pilot's servers: \"all\" #1");
    assertThat(ring.maxDevices()).isEqualTo(25);
    assertThat(ring.deadline()).hasToString("+3d 22:00");
    assertThat(ring.antivirus()).isEqualTo(Ring.Antivirus.ACTIVE);
    assertThat(manifest.sampleSharing()).isEqualTo(Manifest.SampleSharing.NONE);
  }

  @Test
  void missingOptionsAreOneDiagnosticThatNamesAllOfThem() {
    Map<String, List<String>> options = options();
    options.remove("--site-code");
    options.remove("--antivirus");
    assertThatThrownBy(() -> first.write(file, options, List.of()))
        .hasMessage(
            "A new manifest needs more values: --site-code, --antivirus. Specify the values as options, or run \"garrison init\" in a terminal to be prompted. No changes were made. [ANSWERS_MISSING GAR-0130]");
    assertThat(file).doesNotExist();
  }

  @Test
  void wrongOptionsAreAllToldAndNothingIsWritten() {
    Map<String, List<String>> options = options();
    options.put("--site-code", List.of("PS"));
    options.put("--max-devices", List.of("0\nsampleSharing: all"));
    assertThatThrownBy(() -> first.write(file, options, List.of()))
        .isInstanceOf(RefusalException.class)
        .hasMessage(
            "\"site.code\" is \"PS\", which isn't valid. Write the site code, three letters or digits such as PS1. [VALUE_REFUSED GAR-0109]\n\"rings[0].maxDevices\" is the text \"0\\u000asampleSharing: all\". Write a whole number from 1 to 1000000. [VALUE_OF_WRONG_KIND GAR-0108]");
    assertThat(file).doesNotExist();
  }

  @Test
  void anExistingFileIsNeverTouched() throws IOException {
    Files.writeString(file, "mine");
    Script nobody = new Script();
    assertThatThrownBy(() -> first.write(file, options(), List.of(), nobody))
        .hasMessage(
            "%s already exists. Specify another file, or change the existing file in an editor. No changes were made. [MANIFEST_EXISTS GAR-0131]",
            file);
    assertThat(nobody.asked).isEmpty();
    assertThat(file).hasContent("mine");
  }

  @Test
  void aLinkToNowhereIsNotFollowed() throws IOException {
    Path elsewhere = folder.resolve("elsewhere");
    Files.createSymbolicLink(file, elsewhere);
    assertThatThrownBy(() -> first.write(file, options(), List.of()))
        .hasMessageContaining("MANIFEST_EXISTS GAR-0131");
    assertThat(elsewhere).doesNotExist();
  }

  @Test
  void aFolderThatIsMissingIsADiagnostic() {
    Path deep = folder.resolve("none/garrison.yaml");
    assertThatThrownBy(() -> first.write(deep, options(), List.of()))
        .hasMessage(
            "%s can't be written: NoSuchFileException. Check that the folder exists and that this user can write to the folder. [MANIFEST_NOT_WRITTEN GAR-0132]",
            deep);
  }

  @Test
  void onlyWhatTheOptionsLeaveOpenIsAsked() {
    Map<String, List<String>> options = options();
    options.remove("--site-code");
    Script person = new Script("PS1", "", "40", "");
    first.write(file, options, List.of(), person);
    assertThat(person.asked)
        .containsExactly(
            "--site-code|", "--ring-name|pilot", "--max-devices|25", "--deadline|+3d 22:00");
    assertThat(new ManifestReader().read(file, TODAY).manifest().rings().getFirst().maxDevices())
        .isEqualTo(40);
  }

  @Test
  void anAnswerThatDoesNotFitIsAskedAgain() {
    Map<String, List<String>> options = options();
    options.remove("--ring-collection");
    Script person = new Script("pilot", "all servers", "", "Pilot servers", "25", "+3d 22:00");
    first.write(file, options, List.of(), person);
    assertThat(person.refused)
        .containsExactly(
            "Ring \"pilot\" contains \"all servers\", the limiting collection. Specify a smaller"
                + " collection for the ring, or a larger one as \"limitingCollection\"."
                + " [RING_LIMITS_ITSELF GAR-0107]",
            "\"rings[0].collections[0]\" is \"\", which isn't valid. Write 1 to 255 characters without line breaks or leading or trailing spaces. [VALUE_REFUSED GAR-0109]");
    assertThat(new ManifestReader().read(file, TODAY).manifest().rings().getFirst().collections())
        .containsExactly("Pilot servers");
  }

  @Test
  void whenTheAnswersEndNothingIsWritten() {
    assertThatThrownBy(() -> first.write(file, options(), List.of(), new Script("pilot")))
        .hasMessageStartingWith("A new manifest needs more values: --max-devices, --deadline. ");
    assertThat(file).doesNotExist();
  }

  private List<String> rings(Function<Ring, Object> value) {
    return new ManifestReader()
        .read(file, TODAY).manifest().rings().stream().map(value).map(String::valueOf).toList();
  }

  private static Map<String, List<String>> withoutRings() {
    Map<String, List<String>> options = options();
    options.remove("--ring-collection");
    options.remove("--antivirus");
    return options;
  }

  @Test
  void theNthValueOfAnOptionBelongsToTheNthRing() {
    Map<String, List<String>> options = options();
    options.put("--ring-name", List.of("pilot", "rest"));
    options.put("--ring-collection", List.of("Pilot servers", "Other servers"));
    options.put("--max-devices", List.of("5", "400"));
    first.write(file, options, List.of());
    assertThat(rings(Ring::name)).containsExactly("pilot", "rest");
    assertThat(rings(Ring::collections)).containsExactly("[Pilot servers]", "[Other servers]");
    assertThat(rings(Ring::maxDevices)).containsExactly("5", "400");
    assertThat(rings(Ring::deadline)).containsExactly("+3d 22:00", "+3d 22:00");
    assertThat(rings(Ring::antivirus)).containsExactly("ACTIVE", "ACTIVE");
  }

  @Test
  void theCommentsOfARingAreWrittenOnce() throws IOException {
    Map<String, List<String>> options = options();
    options.put("--ring-name", List.of("pilot", "rest"));
    options.put("--ring-collection", List.of("Pilot servers", "Other servers"));
    first.write(file, options, List.of());
    assertThat(Files.readString(file))
        .contains(
            """
                antivirus: 'active'
              - name: 'rest'
                collections: ['Other servers']
                maxDevices: 25
                deadline: '+3d 22:00'
                antivirus: 'active'

            # Whether servers can send suspicious files to Microsoft.
            """)
        .containsOnlyOnce("# Checked on every run.");
  }

  @Test
  void moreRingsAreAskedForUntilAnEmptyName() {
    Script person =
        new Script(
            "",
            "Pilot servers",
            "",
            "",
            "active",
            "rest",
            "Other servers",
            "400",
            "+5d 23:00",
            "passive",
            "");
    first.write(file, withoutRings(), List.of(), person);
    assertThat(person.asked)
        .containsExactly(
            "--ring-name|pilot",
            "--ring-collection|",
            "--max-devices|25",
            "--deadline|+3d 22:00",
            "--antivirus|",
            "--ring-name|",
            "--ring-collection|",
            "--max-devices|25",
            "--deadline|+3d 22:00",
            "--antivirus|",
            "--ring-name|");
    assertThat(rings(Ring::name)).containsExactly("pilot", "rest");
    assertThat(rings(Ring::antivirus)).containsExactly("ACTIVE", "PASSIVE");
  }

  @Test
  void whatIsGivenOnceIsNotAskedForRingsThatAreAdded() {
    Map<String, List<String>> options = withoutRings();
    options.put("--max-devices", List.of("7"));
    options.put("--deadline", List.of("+48h"));
    options.put("--antivirus", List.of("passive"));
    Script person = new Script("", "Pilot servers", "rest", "Other servers", "");
    first.write(file, options, List.of(), person);
    assertThat(rings(Ring::maxDevices)).containsExactly("7", "7");
    assertThat(rings(Ring::antivirus)).containsExactly("PASSIVE", "PASSIVE");
  }

  @Test
  void aRingCannotHaveTheNameOrTheCollectionOfAnotherRing() {
    Script person =
        new Script(
            "",
            "Pilot servers",
            "",
            "",
            "active",
            "pilot",
            "rest",
            "Pilot servers",
            "Other servers",
            "",
            "",
            "active",
            "");
    first.write(file, withoutRings(), List.of(), person);
    assertThat(person.refused).hasSize(2);
    assertThat(rings(Ring::name)).containsExactly("pilot", "rest");
  }

  @Test
  void aNameThatASampleHasIsAcceptedForEitherRing() {
    Map<String, List<String>> options = withoutRings();
    options.put("--ring-collection", List.of("Pilot servers", "Other servers"));
    options.put("--antivirus", List.of("active"));
    Script person = new Script("open-ring-2", "", "", "open-ring", "", "");
    first.write(file, options, List.of(), person);
    assertThat(person.refused).isEmpty();
    assertThat(rings(Ring::name)).containsExactly("open-ring-2", "open-ring");
  }

  @Test
  void aRingThatWasBegunHasToBeCompleted() {
    Script person = new Script("", "Pilot servers", "", "", "active", "rest", "Other servers");
    assertThatThrownBy(() -> first.write(file, withoutRings(), List.of(), person))
        .hasMessageStartingWith(
            "A new manifest needs more values: --max-devices, --deadline, --antivirus. ");
    assertThat(file).doesNotExist();
  }

  @Test
  void accessToTheSiteIsWritten() throws IOException {
    first.write(
        file,
        options(),
        List.of("user: 'reader@CONTOSO.EXAMPLE'", "password: 'env:SITE_PASSWORD'"));
    assertThat(Files.readString(file))
        .contains(
            """
              providers: ['https://cm01.contoso.example/AdminService']
              user: 'reader@CONTOSO.EXAMPLE'
              password: 'env:SITE_PASSWORD'

            content:
            """);
  }
}
