package dev.garrison.mecm.application.sdmpackage;

import dev.garrison.digest.Sha256;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Application.DeploymentType;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Content.ContentFile;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.ExitCodes;
import dev.garrison.mecm.application.model.Program;
import dev.garrison.mecm.application.model.Program.Experience;
import dev.garrison.mecm.application.model.Program.Uninstall;
import dev.garrison.mecm.application.model.RegistryClause;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;

/** Applications that may be written, all with the same identity, from a seed. */
final class RandomApplications {
  private static final String LETTERS =
      "abcXYZ019 .-_/\\:;,'\"<>&]]>{}%$\t\n\r\u00e4\u20ac\u4e2d\ud83d\ude80";

  private final Random random;

  RandomApplications(long seed) {
    random = new Random(seed);
  }

  Application next() {
    return new Application(
        Samples.IDS.application(),
        name(),
        text(),
        text(),
        text(),
        new DeploymentType(
            Samples.IDS.deploymentType(),
            name(),
            text(),
            random.nextInt(8) == 0 ? Content.none() : content(),
            program(),
            new TreeSet<>(some(2, () -> "Windows/" + name())),
            some(2, this::dependency),
            clauses()));
  }

  private Content content() {
    String location = random.nextBoolean() ? Samples.LOCATION : "\\\\fs\\a b&c$\\";
    List<String> names = some(5, this::fileName).stream().distinct().toList();
    List<ContentFile> files = new ArrayList<>(List.of(new ContentFile("md4ws.msi", 1L)));
    names.forEach(name -> files.add(new ContentFile(name, random.nextLong(1L << 40))));
    return new Content(
        Samples.IDS.content(Sha256.of(Long.toString(random.nextLong())), location),
        location,
        files,
        pick(Content.OnNetwork.values()),
        pick(Content.OnNetwork.values()),
        random.nextBoolean());
  }

  private Program program() {
    TreeMap<Integer, ExitCodes.Meaning> meanings = new TreeMap<>();
    some(6, () -> random.nextInt(-5, 4000))
        .forEach(code -> meanings.put(code, pick(ExitCodes.Meaning.values())));
    return new Program(
        name(),
        new Uninstall(pick(Uninstall.Setting.values()), random.nextBoolean() ? "" : name()),
        new ExitCodes(meanings),
        new Experience(
            random.nextInt(100),
            random.nextInt(15, 721),
            pick(Program.UserInteractionMode.values()),
            pick(Program.PostInstallBehavior.values())));
  }

  private List<RegistryClause> clauses() {
    List<RegistryClause> clauses = new ArrayList<>(some(4, this::clause));
    clauses.add(clause());
    return clauses;
  }

  /** Often the same one, so that it differs in nothing or in one word from that before. */
  private Dependency dependency() {
    UUID other = new UUID(random.nextInt(2), 1);
    return new Dependency("Application_" + other, "DeploymentType_" + other, random.nextBoolean());
  }

  private RegistryClause clause() {
    RegistryClause.Operator operator = pick(RegistryClause.Operator.values());
    boolean compares = operator != RegistryClause.Operator.NotExists;
    return new RegistryClause(
        name(),
        random.nextBoolean() ? "Value" : text(),
        pick(RegistryClause.DataType.values()),
        operator,
        compares ? text() : "",
        random.nextBoolean(),
        compares && random.nextBoolean());
  }

  private String fileName() {
    return name().replaceAll("[/\\\\:*?\"<>|\t\n\r]", "_");
  }

  private String text() {
    return random.nextInt(6) == 0 ? "" : name();
  }

  private String name() {
    StringBuilder name = new StringBuilder("n");
    int[] letters = LETTERS.codePoints().toArray();
    for (int i = random.nextInt(12); i > 0; i--) {
      name.appendCodePoint(letters[random.nextInt(letters.length)]);
    }
    return name.append('x').toString();
  }

  private <T> List<T> some(int most, Supplier<T> kind) {
    List<T> list = new ArrayList<>();
    for (int i = random.nextInt(most + 1); i > 0; i--) {
      list.add(kind.get());
    }
    return list;
  }

  private <T> T pick(T[] values) {
    return values[random.nextInt(values.length)];
  }
}
