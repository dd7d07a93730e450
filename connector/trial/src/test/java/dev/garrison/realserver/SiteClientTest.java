package dev.garrison.realserver;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.garrison.siteclient.SiteClient;
import org.junit.jupiter.api.Test;

/** A client that shared our code would agree with our mistakes. */
final class SiteClientTest {
  private static final String OWN = SiteClient.class.getPackageName();

  @Test
  void theClientOfARealServerKnowsNoClassOfTheProductAndNoneOfTheLab() {
    JavaClasses client =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(OWN);
    assertThat(client).extracting(JavaClass::getSimpleName).contains("SiteClient", "OfferReader");
    noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "are of this project and not the client's own",
                type ->
                    type.getPackageName().startsWith("dev.garrison")
                        && !type.getPackageName().equals(OWN)))
        .check(client);
  }
}
