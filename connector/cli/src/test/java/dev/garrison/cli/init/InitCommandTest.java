package dev.garrison.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.garrison.cli.CommandLineProgram;
import dev.garrison.cli.ExitCode;
import dev.garrison.cli.output.Console;
import dev.garrison.diagnostic.Diagnostic;
import dev.garrison.diagnostic.RefusalException;
import dev.garrison.language.Message;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.ManifestCode;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.draft.FirstManifest;
import dev.garrison.manifest.reading.ManifestReader;
import dev.garrison.survey.NamesOnSite;
import dev.garrison.survey.ring.CollectionFact;
import dev.garrison.survey.ring.SiteCollections;
import dev.garrison.takeover.draft.SiteAccess;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class InitCommandTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private final List<String> looked = new ArrayList<>();

  /** What the site answers; a refusal where it can't be read. */
  private Supplier<NamesOnSite> site = () -> new NamesOnSite(collections(), Set.of("Europe DPs"));

  private static SiteCollections collections() {
    List<CollectionFact> facts = new ArrayList<>();
    facts.add(fact("SMS00001", "All Systems", "", 300, true));
    facts.add(fact("PS100010", "All Servers", "", 290, false));
    facts.add(fact("PS100011", "Pilot servers", "", 41, false));
    facts.add(fact("PS100012", "Empty servers", "", 0, false));
    facts.add(fact("PS100013", "Garrison pilot", "Of ring pilot. [garrison:1:other]", 3, false));
    for (int number = 10; number < 30; number++) {
      facts.add(fact("PS1001" + number, "Web " + number, "", 1, false));
    }
    return new SiteCollections(facts);
  }

  private static CollectionFact fact(
      String id, String name, String comment, long members, boolean builtIn) {
    return new CollectionFact(id, name, comment, members, builtIn, Optional.empty());
  }

  private NamesOnSite look(Path file, SiteAccess access, String code) {
    looked.add(code + " " + access.lines(code));
    return site.get();
  }

  private int run(boolean terminal, String typed, String... options) {
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), terminal);
    InitCommand init =
        new InitCommand(
            console,
            new BufferedReader(new StringReader(typed)),
            new FirstManifest(new ManifestReader(), CLOCK),
            this::look);
    List<String> words = new ArrayList<>(List.of("init", file().toString()));
    words.addAll(List.of(options));
    return new CommandLineProgram(console, "1.2.3", List.of(init))
        .run(words.toArray(String[]::new));
  }

  private Path file() {
    return folder.resolve("garrison.yaml");
  }

  private static final String[] ALL = {
    "--name=contoso-prod",
    "--site-code=PS1",
    "--provider=https://cm01.contoso.example/AdminService",
    "--publish-to=folder:/srv/mde",
    "--content-source=\\\\fs01.contoso.example\\mde$",
    "--org-id=5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2",
    "--limiting-collection=All Servers",
    "--distribution-group=Europe DPs",
    "--ring-name=first",
    "--ring-collection=Pilot servers",
    "--max-devices=10",
    "--deadline=+48h",
    "--antivirus=passive",
    "--sample-sharing=none"
  };

  @Test
  void optionsAloneMakeAManifest() {
    assertThat(run(false, "", ALL)).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).startsWith("Wrote " + file() + ".");
    assertThat(new ManifestReader().read(file(), LocalDate.of(2026, 11, 24)).manifest())
        .satisfies(manifest -> assertThat(manifest.rings().getFirst().name()).isEqualTo("first"));
  }

  @Test
  void withoutTerminalNobodyIsAsked() {
    assertThat(run(false, "contoso-prod\n", "--site-code=PS1")).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString())
        .startsWith("error: A new manifest needs more values: --name, --provider, --publish-to,")
        .contains("[GAR-0130]");
    assertThat(file()).doesNotExist();
  }

  @Test
  void onATerminalThePersonIsAsked() {
    String typed =
        """
        Contoso
        contoso-prod
        PS1
        https://cm01.contoso.example/AdminService
        folder:/srv/mde
        \\\\fs01.contoso.example\\mde$
        5d1f0a3e-6c4b-4f0e-9a57-1b2c3d4e55c2
        All Servers
        Europe DPs

        Pilot servers


        active

        none
        """;
    assertThat(run(true, typed, "--offline")).isEqualTo(ExitCode.OK);
    assertThat(err.toString())
        .startsWith(
            "Name of the manifest (a to z, 0 to 9, and hyphens; can't be changed later): error:"
                + " \"name\" is \"Contoso\"")
        .contains("Name of the first ring [pilot]: ");
    assertThat(file()).exists();
  }

  @Test
  void anExistingFileIsKept() {
    assertThat(run(false, "", ALL)).isEqualTo(ExitCode.OK);
    assertThat(run(false, "", ALL)).isEqualTo(ExitCode.ERROR);
    assertThat(err.toString().replaceAll("\\s+", " ")).contains("already exists. [GAR-0131]");
  }

  private static String[] without(String... flags) {
    return Arrays.stream(ALL)
        .filter(option -> Arrays.stream(flags).noneMatch(flag -> option.startsWith(flag + "=")))
        .toArray(String[]::new);
  }

  private String shown() {
    return err.toString();
  }

  private Manifest manifest() {
    return new ManifestReader().read(file(), LocalDate.of(2026, 11, 24)).manifest();
  }

  @Test
  void aNameIsPickedByItsNumber() {
    assertThat(run(true, "2\n", without("--ring-collection"))).isEqualTo(ExitCode.OK);
    assertThat(shown())
        .isEqualTo(
            """
            Reading the device collections and distribution point groups of site PS1...
            Device collections on the site. Type a number, a name, an ID, or a part of a name.
               1  Empty servers  PS100012  empty
               2  Pilot servers  PS100011  41 members
               3  Web 10         PS100110  1 member
               4  Web 11         PS100111  1 member
               5  Web 12         PS100112  1 member
               6  Web 13         PS100113  1 member
               7  Web 14         PS100114  1 member
               8  Web 15         PS100115  1 member
               9  Web 16         PS100116  1 member
              10  Web 17         PS100117  1 member
              11  Web 18         PS100118  1 member
              12  Web 19         PS100119  1 member
              13  Web 20         PS100120  1 member
              14  Web 21         PS100121  1 member
              15  Web 22         PS100122  1 member
                  and 7 more: type a part of the name to search
            Existing collection with the servers of this ring: \
            """);
    assertThat(manifest().rings().getFirst().collections()).containsExactly("Pilot servers");
  }

  @Test
  void aPartOfANameShowsItsMatches() {
    assertThat(run(true, "PILOT\n1\n", without("--ring-collection"))).isEqualTo(ExitCode.OK);
    assertThat(shown())
        .endsWith(
            """
            Existing collection with the servers of this ring: \
               1  Pilot servers  PS100011  41 members
            Existing collection with the servers of this ring: \
            """);
    assertThat(manifest().rings().getFirst().collections()).containsExactly("Pilot servers");
  }

  @Test
  void anEmptyAnswerShowsAllNamesAgain() {
    assertThat(run(true, "pilot\n\n2\n", without("--ring-collection"))).isEqualTo(ExitCode.OK);
    assertThat(shown()).doesNotContain("error: ").contains("and 7 more").endsWith("ring: ");
    assertThat(manifest().rings().getFirst().collections()).containsExactly("Pilot servers");
  }

  @Test
  void aNameIsWrittenAsTheSiteSpellsIt() {
    assertThat(run(true, "pilot SERVERS\n", without("--ring-collection"))).isEqualTo(ExitCode.OK);
    assertThat(manifest().rings().getFirst().collections()).containsExactly("Pilot servers");
  }

  @Test
  void aMistypedNameIsAskedAgain() {
    assertThat(run(true, "Piolt servers\nPilot servers\n", without("--ring-collection")))
        .isEqualTo(ExitCode.OK);
    assertThat(shown())
        .contains(
            """
            There is no device collection "Piolt servers". Did you mean "Pilot servers"?
            To use the name as typed, type it again.
            """);
    assertThat(manifest().rings().getFirst().collections()).containsExactly("Pilot servers");
  }

  @Test
  void aNameThatIsTypedTwiceIsTaken() {
    assertThat(run(true, "Later DPs\nLater DPs\n", without("--distribution-group")))
        .isEqualTo(ExitCode.OK);
    assertThat(shown()).contains("There is no distribution point group \"Later DPs\".\n");
    assertThat(manifest().distribution().groups()).containsExactly("Later DPs");
  }

  @ParameterizedTest
  @ValueSource(strings = {"all systems", "SMS00001", "Garrison pilot", "ps100013"})
  void collectionsThatARingCannotUseAreNotTaken(String name) {
    assertThat(run(true, name + "\nPilot servers\n", without("--ring-collection")))
        .isEqualTo(ExitCode.OK);
    assertThat(shown())
        .contains(
            "The device collection \""
                + name
                + "\" is built in or was created by Garrison, so it doesn't fit here.\n");
    assertThat(manifest().rings().getFirst().collections()).containsExactly("Pilot servers");
  }

  @Test
  void theMaximumOfServersIsSuggestedFromTheMembersOfTheCollection() {
    assertThat(run(true, "Pilot servers\n\n", without("--ring-collection", "--max-devices")))
        .isEqualTo(ExitCode.OK);
    assertThat(shown())
        .contains("Maximum number of servers in the ring (the collection has 41 members) [50]: ");
    assertThat(manifest().rings().getFirst().maxDevices()).isEqualTo(50);
  }

  @Test
  void anEmptyCollectionIsSaidToBeEmpty() {
    assertThat(run(true, "ps100012\n\n", without("--ring-collection", "--max-devices")))
        .isEqualTo(ExitCode.OK);
    assertThat(shown())
        .contains("The device collection \"Empty servers\" is empty.\n")
        .contains("Maximum number of servers in the ring (the collection is empty) [25]: ");
    assertThat(manifest().rings().getFirst().maxDevices()).isEqualTo(25);
    assertThat(manifest().rings().getFirst().collections()).containsExactly("PS100012");
  }

  @Test
  void severalRingsAreAskedFor() {
    String typed =
        """
        1
        1
        pilot
        Pilot servers
        50

        active
        web
        Web 10


        passive

        """;
    assertThat(
            run(
                true,
                typed,
                without(
                    "--limiting-collection",
                    "--distribution-group",
                    "--ring-name",
                    "--ring-collection",
                    "--max-devices",
                    "--deadline",
                    "--antivirus")))
        .isEqualTo(ExitCode.OK);
    assertThat(shown())
        .contains("   1  Europe DPs\n")
        .contains("Name of the next ring (Enter: no more rings): Ring \"web\"\n");
    assertThat(looked).hasSize(1);
    assertThat(manifest().limitingCollection()).isEqualTo("All Servers");
    assertThat(manifest().rings().stream().map(Ring::name)).containsExactly("pilot", "web");
  }

  @Test
  void aSiteThatCannotBeReadIsToldOnce() {
    site =
        () -> {
          throw new RefusalException(
              Diagnostic.error(
                  ManifestCode.MANIFEST_UNREADABLE, Message.of("manifest.not-found", "file", "x")));
        };
    String[] options = without("--ring-collection", "--limiting-collection", "--max-devices");
    assertThat(run(true, "All Servers\nPilot servers\n\n", options)).isEqualTo(ExitCode.OK);
    assertThat(shown())
        .containsOnlyOnce("error: Manifest not found")
        .contains("\nNames can still be typed as they are in the Configuration Manager console.\n")
        .contains("Maximum number of servers in the ring [25]: ");
    assertThat(looked).hasSize(1);
  }

  @Test
  void offlineNoSiteIsRead() {
    String[] options = without("--ring-collection", "--max-devices");
    options = Stream.concat(Stream.of("--offline"), Arrays.stream(options)).toArray(String[]::new);
    assertThat(run(true, "Pilot servers\n\n", options)).isEqualTo(ExitCode.OK);
    assertThat(looked).isEmpty();
    assertThat(shown())
        .isEqualTo(
            "Existing collection with the servers of this ring: Maximum number of servers in the"
                + " ring [25]: ");
  }

  @Test
  void withoutATerminalNoSiteIsRead() {
    assertThat(run(false, "", ALL)).isEqualTo(ExitCode.OK);
    assertThat(looked).isEmpty();
  }

  @Test
  void theSiteIsReadWithTheAccessThatTheManifestNames() {
    String[] options =
        Stream.concat(
                Stream.of(
                    "--user=reader@CONTOSO.EXAMPLE",
                    "--password=env:SITE_PASSWORD",
                    "--trust=system"),
                Arrays.stream(without("--ring-collection")))
            .toArray(String[]::new);
    assertThat(run(true, "Pilot servers\n", options)).isEqualTo(ExitCode.OK);
    assertThat(looked)
        .containsExactly(
            "PS1 [code: 'PS1', providers: ['https://cm01.contoso.example/AdminService'], user:"
                + " 'reader@CONTOSO.EXAMPLE', password: 'env:SITE_PASSWORD', trust: ['system']]");
    assertThat(file())
        .content()
        .contains("  user: 'reader@CONTOSO.EXAMPLE'\n  password: 'env:SITE_PASSWORD'\n");
  }

  @Test
  void optionsOfRingsAreRepeated() {
    String[] options =
        Stream.concat(
                Arrays.stream(ALL), Stream.of("--ring-name=rest", "--ring-collection=Web servers"))
            .toArray(String[]::new);
    assertThat(run(false, "", options)).isEqualTo(ExitCode.OK);
    assertThat(manifest().rings().stream().map(Ring::name)).containsExactly("first", "rest");
  }

  @Test
  void otherOptionsAreGivenOnce() {
    String[] options =
        Stream.concat(Arrays.stream(ALL), Stream.of("--org-id=x")).toArray(String[]::new);
    assertThat(run(false, "", options)).isEqualTo(ExitCode.USAGE);
  }
}
