package dev.garrison.mecm.application;

import dev.garrison.json.JsonForm;
import dev.garrison.mecm.application.model.Application;
import dev.garrison.mecm.application.model.Content;
import dev.garrison.mecm.application.model.Dependency;
import dev.garrison.mecm.application.model.RegistryClause;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A deployment type as journals hold it. */
record RecordedInstallation(
    String logicalName,
    String name,
    String description,
    Source content,
    RecordedProgram program,
    Set<String> operatingSystems,
    List<Needed> dependencies,
    List<Clause> detection)
    implements JsonForm {
  static RecordedInstallation of(Application.DeploymentType type) {
    return new RecordedInstallation(
        type.logicalName(),
        type.name(),
        type.description(),
        Source.of(type.content()),
        RecordedProgram.of(type.program()),
        type.operatingSystems(),
        type.dependencies().stream().map(Needed::of).toList(),
        type.detection().stream().map(Clause::of).toList());
  }

  Application.DeploymentType deploymentType() {
    return new Application.DeploymentType(
        logicalName,
        name,
        description,
        content.content(),
        program.program(),
        new TreeSet<>(operatingSystems),
        dependencies.stream().map(Needed::dependency).toList(),
        detection.stream().map(Clause::clause).toList());
  }

  /** The source files. */
  record Source(
      String contentId,
      String location,
      List<File> files,
      String onFastNetwork,
      String onSlowNetwork,
      boolean peerCache)
      implements JsonForm {
    static Source of(Content content) {
      return new Source(
          content.contentId(),
          content.location(),
          content.files().stream().map(File::of).toList(),
          content.onFastNetwork().name(),
          content.onSlowNetwork().name(),
          content.peerCache());
    }

    Content content() {
      return new Content(
          contentId,
          location,
          files.stream().map(File::file).toList(),
          Content.OnNetwork.valueOf(onFastNetwork),
          Content.OnNetwork.valueOf(onSlowNetwork),
          peerCache);
    }
  }

  /** One of the source files; its size in bytes. */
  record File(String name, long size) implements JsonForm {
    static File of(Content.ContentFile file) {
      return new File(file.name(), file.size());
    }

    Content.ContentFile file() {
      return new Content.ContentFile(name, size);
    }
  }

  /** A deployment type that must be installed first. */
  record Needed(String application, String deploymentType, boolean automatic) implements JsonForm {
    static Needed of(Dependency dependency) {
      return new Needed(
          dependency.application(), dependency.deploymentType(), dependency.automatic());
    }

    Dependency dependency() {
      return new Dependency(application, deploymentType, automatic);
    }
  }

  /** A condition of the detection method. */
  record Clause(
      String key,
      String valueName,
      String dataType,
      String operator,
      String constant,
      boolean is64Bit,
      boolean orMissing)
      implements JsonForm {
    static Clause of(RegistryClause clause) {
      return new Clause(
          clause.key(),
          clause.valueName(),
          clause.dataType().name(),
          clause.operator().name(),
          clause.constant(),
          clause.is64Bit(),
          clause.orMissing());
    }

    RegistryClause clause() {
      return new RegistryClause(
          key,
          valueName,
          RegistryClause.DataType.valueOf(dataType),
          RegistryClause.Operator.valueOf(operator),
          constant,
          is64Bit,
          orMissing);
    }
  }
}
