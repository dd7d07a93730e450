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
 * What one server has of the sensor at one time.
 *
 * @param product the product as this server knows it; empty where it does not
 * @param tree its computer groups
 * @param updates all updates of the sensor's article, in any state
 * @param approvals of these updates, the server's own ones included
 * @param sensors those updates of which family, channel and version are known
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

  /** The update that a choice is of. */
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

  /** The update with this id, by its latest revision. */
  public Optional<SensorUpdate> sensor(UUID id) {
    return sensors.stream()
        .filter(sensor -> sensor.id().equals(id))
        .max(Comparator.comparing(sensor -> sensor.update().identity()));
  }

  /** Updates of which the server's own answers do not agree whether they are approved. */
  public Contradictions contradictions() {
    return Contradictions.in(updates, approvals);
  }

  /** Groups of this name, or the one with this id. */
  public List<TargetGroup> groups(String nameOrId) {
    return tree.groups().stream().filter(group -> group.isCalled(nameOrId)).toList();
  }
}
