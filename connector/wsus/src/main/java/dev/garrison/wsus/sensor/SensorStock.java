package dev.garrison.wsus.sensor;

import dev.garrison.catalog.Update;
import dev.garrison.catalog.approvalpolicy.Choice;
import dev.garrison.catalog.group.GroupTree;
import dev.garrison.catalog.group.TargetGroup;
import dev.garrison.catalog.sensor.Recognition;
import dev.garrison.catalog.sensor.SensorProduct;
import dev.garrison.catalog.sensor.SensorUpdate;
import dev.garrison.wsus.model.Approval;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sensor updates, approvals, and computer groups of one server at one time.
 *
 * @param product the product as this server knows it; empty where it does not
 * @param tree its computer groups
 * @param updates all updates of the sensor's article, in any state
 * @param approvals of these updates, including those that the server itself makes
 * @param sensors the updates with a known family, channel, and version
 */
public record SensorStock(
    Optional<SensorProduct> product,
    GroupTree tree,
    List<Update> updates,
    List<Approval> approvals,
    List<SensorUpdate> sensors) {
  public SensorStock {
    updates = List.copyOf(updates);
    approvals = List.copyOf(approvals);
    sensors = List.copyOf(sensors);
  }

  static SensorStock of(
      Optional<SensorProduct> product,
      GroupTree tree,
      List<Update> updates,
      List<Approval> approvals) {
    return new SensorStock(
        product,
        tree,
        updates,
        approvals,
        updates.stream().flatMap(update -> recognised(product, update).stream()).toList());
  }

  /** Update to which a choice refers. */
  public static Optional<SensorUpdate> current(Choice choice) {
    return switch (choice) {
      case Choice.Selected(SensorUpdate sensor, _) -> Optional.of(sensor);
      case Choice.NeedsLicence(SensorUpdate sensor) -> Optional.of(sensor);
      case Choice.Nothing _, Choice.Disagreement _ -> Optional.empty();
    };
  }

  private static Optional<SensorUpdate> recognised(Optional<SensorProduct> product, Update update) {
    return product
        .map(known -> known.recognise(update))
        .filter(Recognition.Ours.class::isInstance)
        .map(recognition -> ((Recognition.Ours) recognition).sensor());
  }

  /** Latest revision of the update with this ID. */
  public Optional<SensorUpdate> sensor(UUID id) {
    return sensors.stream()
        .filter(sensor -> sensor.id().equals(id))
        .max(Comparator.comparing(sensor -> sensor.update().identity()));
  }

  /** Updates on whose approval the server's own answers disagree. */
  public Contradictions contradictions() {
    return Contradictions.in(updates, approvals);
  }

  /** Groups with this name, or the one with this ID. */
  public List<TargetGroup> groups(String nameOrId) {
    return tree.groups().stream().filter(group -> group.isCalled(nameOrId)).toList();
  }
}
