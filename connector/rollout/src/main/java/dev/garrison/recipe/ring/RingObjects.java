package dev.garrison.recipe.ring;

import dev.garrison.engine.resource.Address;
import dev.garrison.manifest.Manifest;
import dev.garrison.manifest.Ring;
import dev.garrison.manifest.operatingsystem.OperatingSystem;
import dev.garrison.mecm.clientsetting.SettingAssignment;
import dev.garrison.mecm.collection.DeviceCollection;
import dev.garrison.mecm.deployment.ApplicationDeployment;
import dev.garrison.mecm.onboardingpolicy.PolicyDeployment;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Objects that deploy to the servers of one ring.
 *
 * @param ring its name as the manifest spells it
 * @param mode the mode of Microsoft Defender Antivirus that its servers get
 * @param whole the collection of the entire ring, whose comment holds the ring's note
 * @param parts its collections for operating systems, and those of servers that may be onboarded
 * @param deployments those of the application route that onboard, for each operating system
 * @param beside those that set antivirus modes or write settings, on either route
 * @param takenBack objects that a halt deletes on the client-setting route
 */
public record RingObjects(
    String ring,
    Ring.Antivirus mode,
    Address whole,
    List<Address> parts,
    List<Address> deployments,
    List<Address> beside,
    List<Address> takenBack) {
  public RingObjects {
    parts = List.copyOf(parts);
    deployments = List.copyOf(deployments);
    beside = List.copyOf(beside);
    takenBack = List.copyOf(takenBack);
  }

  /** The objects of all rings of this manifest, in its order. */
  public static List<RingObjects> of(Manifest manifest) {
    return manifest.rings().stream().map(ring -> of(manifest, ring)).toList();
  }

  /** The objects of a ring of this manifest. */
  public static RingObjects of(Manifest manifest, Ring ring) {
    List<Address> parts = new ArrayList<>();
    List<Address> deployments = new ArrayList<>();
    List<Address> beside = new ArrayList<>();
    List<Address> takenBack = new ArrayList<>();
    for (OperatingSystem system : manifest.operatingSystems()) {
      String collection = manifest.naming().collectionFor(manifest.name(), system, ring.name());
      String deployment = manifest.naming().deploymentFor(manifest.name(), system, ring.name());
      String passive = manifest.passiveCollection(system, ring);
      parts.add(DeviceCollection.address(collection));
      parts.add(DeviceCollection.address(passive));
      deployments.add(ApplicationDeployment.address(deployment));
      takenBack.add(PolicyDeployment.address(deployment));
      takenBack.add(SettingAssignment.address(collection));
      takenBack.add(SettingAssignment.address(passive));
      beside.add(
          ApplicationDeployment.address(
              manifest.naming().settingsDeploymentFor(manifest.name(), system, ring.name())));
      for (Ring.Antivirus mode : Ring.Antivirus.values()) {
        beside.add(
            ApplicationDeployment.address(
                manifest.naming().deploymentFor(manifest.name(), system, mode, ring.name())));
      }
    }
    return new RingObjects(
        ring.name(),
        ring.antivirus(),
        DeviceCollection.address(manifest.ringCollection(ring)),
        parts,
        deployments,
        beside,
        takenBack);
  }

  /** All objects. */
  public Stream<Address> all() {
    return Stream.of(Stream.of(whole), parts.stream(), disabled(), takenBack.stream())
        .flatMap(some -> some);
  }

  /** Deployments that a halt disables. */
  public Stream<Address> disabled() {
    return Stream.concat(deployments.stream(), beside.stream());
  }
}
