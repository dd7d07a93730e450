package dev.garrison.mecm.application.model;

import dev.garrison.engine.resource.Address;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An application with its one deployment type of Script technology, wanted or observed. Free of
 * everything that a new revision changes. Two are equal when the site would do the same.
 *
 * @param logicalName {@code Application_<guid>}; never changes in the life of the application
 * @param title the name in the console
 * @param description the administrator's comment; carries the mark
 * @param publisher the publisher of the software
 * @param softwareVersion the version of the software
 * @param deploymentType how it is installed, detected and uninstalled
 */
public record Application(
    String logicalName,
    String title,
    String description,
    String publisher,
    String softwareVersion,
    DeploymentType deploymentType) {
  /** The kind in addresses. */
  public static final String KIND = "application";

  public Application {
    title = title.strip();
    description = description.strip();
    publisher = publisher.strip();
    softwareVersion = softwareVersion.strip();
  }

  /**
   * Installation of an application. Part of the application: the SMS Provider changes both at once
   * (ADR 0005).
   *
   * @param logicalName {@code DeploymentType_<guid>}
   * @param name the name in the console
   * @param description the administrator's comment
   * @param content the source files
   * @param program the commands
   * @param operatingSystems the platforms of which the server must have one, for example {@code
   *     Windows/All_x64_Windows_Server_2012_R2}; none means no requirement
   * @param dependencies the deployment types that must be installed on the server first
   * @param detection the conditions that must all be met for it to count as installed
   */
  public record DeploymentType(
      String logicalName,
      String name,
      String description,
      Content content,
      Program program,
      SortedSet<String> operatingSystems,
      List<Dependency> dependencies,
      List<RegistryClause> detection) {
    public DeploymentType {
      name = name.strip();
      description = description.strip();
      operatingSystems = Collections.unmodifiableSortedSet(new TreeSet<>(operatingSystems));
      dependencies = dependencies.stream().sorted().distinct().toList();
      detection = detection.stream().sorted().distinct().toList();
    }

    /** The same deployment type with other content. */
    public DeploymentType withContent(Content other) {
      return new DeploymentType(
          logicalName,
          name,
          description,
          other,
          program,
          operatingSystems,
          dependencies,
          detection);
    }
  }

  /** The same application with other content. */
  public Application withContent(Content other) {
    return new Application(
        logicalName,
        title,
        description,
        publisher,
        softwareVersion,
        deploymentType.withContent(other));
  }

  /** The address of the application with this title. */
  public static Address address(String title) {
    return new Address(KIND, title);
  }
}
