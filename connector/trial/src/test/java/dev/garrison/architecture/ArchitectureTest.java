package dev.garrison.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import javax.xml.stream.XMLInputFactory;
import org.junit.jupiter.api.Test;

/** Who may know whom. A rule arrives with the first class it governs. */
final class ArchitectureTest {
  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.garrison.(**)").should().beFreeOfCycles().check(Product.CLASSES);
  }

  @Test
  void topLevelPackagesHaveNoCycles() {
    slices().matching("dev.garrison.(*)..").should().beFreeOfCycles().check(Product.CLASSES);
  }

  @Test
  void diagnosticsStandAlone() {
    classes()
        .that()
        .resideInAPackage("dev.garrison.diagnostic")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..", "org.jspecify..", "dev.garrison.diagnostic", "dev.garrison.language")
        .because("every other package reports through it")
        .check(Product.CLASSES);
  }

  @Test
  void theEngineKnowsNoAdapter() {
    classes()
        .that()
        .resideInAPackage("dev.garrison.engine..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "dev.garrison.diagnostic",
            "dev.garrison.digest",
            "dev.garrison.engine..",
            "dev.garrison.json",
            "dev.garrison.language",
            "com.fasterxml.jackson.databind",
            "com.fasterxml.jackson.databind.node")
        .because(
            "it computes and orders changes, and knows how their states are recorded; what an object is, only its resource type knows")
        .check(Product.CLASSES);
  }

  @Test
  void theEngineTouchesNoFile() {
    noClasses()
        .that()
        .resideInAPackage("dev.garrison.engine..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.io..", "java.nio..", "java.net..")
        .because("the files behind its ports are held by 'state'")
        .check(Product.CLASSES);
  }

  @Test
  void resourcesDoNotKnowThePlanner() {
    noClasses()
        .that()
        .resideInAPackage("dev.garrison.engine.resource")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.garrison.engine.plan", "dev.garrison.engine.apply")
        .because("plan and apply import resource, never the reverse")
        .check(Product.CLASSES);
  }

  @Test
  void smbStaysInItsAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.share.jcifs")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("jcifs..")
        .because("the SMB library can be replaced without touching anything else")
        .check(Product.CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.share.smbj")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.hierynomus..")
        .because("the SMB library can be replaced without touching anything else")
        .check(Product.CLASSES);
  }

  @Test
  void signaturesHaveOneReader() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.payload.signature", "dev.garrison.digest")
        .and()
        .doNotHaveSimpleName("KerberosSsp") // jcifs-ng names its mechanisms by such objects
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.bouncycastle..")
        .because("ASN.1 of strangers is looked over before a library builds objects of it")
        .check(Product.CLASSES);
  }

  @Test
  void digestsHaveOneOwner() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.digest", "dev.garrison.lab..")
        .should()
        .callMethod(MessageDigest.class, "getInstance", String.class)
        .because("one class decides which digest Garrison trusts")
        .check(Product.CLASSES);
  }

  @Test
  void jsonHasOneOwner() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.json", "dev.garrison.lab..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(ObjectMapper.class)
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(JsonFactory.class)
        .because("one class decides how strictly JSON is read and how it is ordered")
        .check(Product.CLASSES);
  }

  @Test
  void httpClientsStayInTheirAdapters() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.connection", "dev.garrison.lab..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.apache.hc..")
        .because("deadlines, retries and sign-in are decided once per server")
        .check(Product.CLASSES);
  }

  @Test
  void repetitionsAreDecidedInOnePlace() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.connection.resilience")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.github.resilience4j..")
        .because("a request that is tried again at two levels is tried too often")
        .check(Product.CLASSES);
  }

  @Test
  void xmlIsReadAndWrittenByCodecsOnly() {
    noClasses()
        .that()
        .haveNameNotMatching(".*Xml.*")
        .and()
        .resideOutsideOfPackages("dev.garrison.xml", "dev.garrison.lab..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("javax.xml..", "org.w3c.dom..", "org.xml.sax..")
        .because("what a document looks like is the business of one class for each kind")
        .check(Product.CLASSES);
  }

  @Test
  void xmlParsersHaveOneOwner() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.xml", "dev.garrison.lab..")
        .should()
        .dependOnClassesThat()
        .areAssignableTo(XMLInputFactory.class)
        .because("a parser that is not hardened fetches what a hostile document names")
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheCommandLineWritesToTheProcessStreams() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison.cli..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .because("output has a reader, a width and a JSON form that only the command line knows")
        .check(Product.CLASSES);
  }

  @Test
  void timeComesInAtTheTop() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.garrison", "dev.garrison.wiring..")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .because("a decision that reads the clock itself cannot be tested or repeated")
        .check(Product.CLASSES);
  }

  @Test
  void nobodyAsksForTheFileStoreOfAPath() {
    noClasses()
        .should()
        .callMethod(Files.class, "getFileStore", Path.class)
        .orShould()
        .callMethod(FileSystem.class, "getFileStores")
        .because("a chroot or a container may have a path without one, and asking fails there")
        .check(Product.CLASSES);
  }

  @Test
  void theManifestKnowsNothingOfTheSite() {
    classes()
        .that()
        .resideInAPackage("dev.garrison.manifest..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "org.snakeyaml.engine..",
            "com.cronutils..",
            "dev.garrison.catalog..",
            "dev.garrison.diagnostic",
            "dev.garrison.digest",
            "dev.garrison.files.naming",
            "dev.garrison.language",
            "dev.garrison.manifest..")
        .because("it says what the user wants, in the user's words")
        .check(Product.CLASSES);
  }

  @Test
  void cronExpressionsHaveOneOwner() {
    noClasses()
        .that()
        .doNotHaveSimpleName("CronExpression")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.cronutils..")
        .because("another library must be able to take its place")
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheLogKnowsLogback() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.log")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("ch.qos.logback..", "org.slf4j..")
        .because("what Garrison says reaches a person as a diagnostic, and a log by its listeners")
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheHistoryKnowsTheDatabase() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.history")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.h2..", "org.flywaydb..")
        .because("PostgreSQL must be able to take its place")
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheServiceKnowsTheScheduler() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.schedule")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("com.github.kagkarlsson..")
        .because("a job is what a person would type, whoever started it")
        .check(Product.CLASSES);
  }

  @Test
  void noJobAndNoRequestRunsAScriptOnServers() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.garrison.job..",
            "dev.garrison.work..",
            "dev.garrison.schedule..",
            "dev.garrison.jobaccess..",
            "dev.garrison.server..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.garrison.runscript..")
        .because("a person names the servers that run a script, each time")
        .check(Product.CLASSES);
  }

  @Test
  void onlyTheServerSpeaksHttpToClients() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.server")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..", "kotlin..")
        .because("what is answered does not depend on what carries it")
        .check(Product.CLASSES);
  }

  @Test
  void onlyPagesKnowTheirTemplates() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.garrison.server.page..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("gg.jte..")
        .because("what is shown does not depend on what makes pages")
        .check(Product.CLASSES);
  }

  @Test
  void tokensKnowNothingOfWhatTheyOpen() {
    classes()
        .that()
        .resideInAPackage("dev.garrison.login")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "org.jspecify..",
            "dev.garrison.diagnostic",
            "dev.garrison.digest",
            "dev.garrison.login")
        .because("who is let in is decided in one small place")
        .check(Product.CLASSES);
  }

  @Test
  void yamlHasOneOwner() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "dev.garrison.manifest.reading", "dev.garrison.manifest.yaml", "dev.garrison.lab..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.snakeyaml..", "org.yaml..")
        .because("one reader gives every mistake its line and keeps hostile text within limits")
        .check(Product.CLASSES);
  }

  @Test
  void theCatalogueKnowsNobodyAndTouchesNothing() {
    classes()
        .that()
        .resideInAPackage("dev.garrison.catalog..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java.lang..", "java.util..", "java.time..", "org.jspecify..", "dev.garrison.catalog..")
        .because(
            "what is selected or declined follows from what is handed in, and from nothing else")
        .check(Product.CLASSES);
  }
}
