package dev.garrison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Objects of a site that lack their key must not be read as number 0 or as an empty name. */
final class KeysAreRefusedTest {
  private static final Pattern READ_WITH_A_DEFAULT =
      Pattern.compile(
          "\\.(number\\(\\s*\"(ResourceID|MachineID|CI_ID|AssignmentID|SettingsID|ClientSettingsID|ContainerNodeID|ParentContainerNodeID|AutoDeploymentID)\",|text\\(\\s*\"(CollectionID|TargetCollectionID|PackageID|PkgID|GroupID|CategoryID|ObjectKey|ObjectID|InstanceKey|ScriptGuid|AppModelName|ServerNALPath|DPName|WSUSServerName)\"\\))");

  @Test
  void keysAreReadSoThatAMissingOneIsRefused() throws IOException {
    List<String> found = new ArrayList<>();
    for (Path file : Product.files(Product.sources())) {
      Matcher matcher = READ_WITH_A_DEFAULT.matcher(Files.readString(file));
      while (matcher.find()) {
        found.add(Product.name(file) + ": " + matcher.group());
      }
    }
    assertThat(found)
        .as("objects without their key must be refused: Row.numberKey, Row.textKey")
        .isEmpty();
  }
}
