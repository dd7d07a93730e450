package dev.garrison.recipe;

import dev.garrison.engine.resource.Address;
import dev.garrison.engine.resource.Desired;
import dev.garrison.engine.resource.Wanted;
import dev.garrison.manifest.Manifest;
import dev.garrison.mecm.placement.ConsoleFolder;
import dev.garrison.mecm.placement.ConsoleObject;
import dev.garrison.mecm.placement.FolderPlacement;
import dev.garrison.mecm.placement.ScopeMembership;
import dev.garrison.survey.Survey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The console folder and the security scopes of the managed objects (F19). */
final class PlacementRecipe {
  private final Manifest manifest;
  private final Survey survey;

  PlacementRecipe(Manifest manifest, Survey survey) {
    this.manifest = manifest;
    this.survey = survey;
  }

  /**
   * The folder, its placements and the scopes; empty unless the manifest names a folder or scope.
   */
  List<Wanted<?>> wanted(List<Wanted<?>> applications, List<Wanted<?>> collections) {
    List<Wanted<?>> wanted = new ArrayList<>();
    manifest
        .consoleFolder()
        .ifPresent(folder -> {
          wanted.addAll(placed(new ConsoleFolder(ConsoleObject.APPLICATION, folder), applications));
          wanted.addAll(placed(new ConsoleFolder(ConsoleObject.COLLECTION, folder), collections));
        });
    Set<String> scopes =
        manifest.securityScopes().stream()
            .flatMap(name -> survey.securityScope(name).stream())
            .collect(Collectors.toUnmodifiableSet());
    if (!scopes.isEmpty()) {
      for (Wanted<?> application : applications) {
        Address address = application.address();
        wanted.add(
            Wanted.present(ScopeMembership.address(address), new ScopeMembership(address, scopes)));
      }
    }
    return wanted;
  }

  private static List<Wanted<?>> placed(ConsoleFolder folder, List<Wanted<?>> objects) {
    List<Wanted<?>> wanted = new ArrayList<>();
    wanted.add(Wanted.present(folder.address(), folder));
    for (Wanted<?> object : objects) {
      if (object.desired() instanceof Desired.Absent) {
        continue;
      }
      wanted.add(
          new Wanted<>(
              FolderPlacement.address(object.address()),
              new Desired.Present<>(new FolderPlacement(object.address(), folder.name())),
              Set.of(folder.address())));
    }
    return wanted;
  }
}
