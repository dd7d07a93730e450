package dev.garrison.mecm.distribution;

import dev.garrison.engine.resource.RecordedState;
import dev.garrison.engine.resource.StateForm;
import dev.garrison.mecm.distribution.ContentDistribution.Phase;
import java.util.SortedMap;
import java.util.TreeMap;

/** A distribution as journals hold it. */
record RecordedContentDistribution(String modelName, SortedMap<String, String> groups)
    implements RecordedState<ContentDistribution> {
  static final StateForm<ContentDistribution> FORM =
      StateForm.of(
          ContentDistribution.class,
          RecordedContentDistribution.class,
          RecordedContentDistribution::of);

  private static SortedMap<String, String> words(SortedMap<String, Phase> groups) {
    SortedMap<String, String> words = new TreeMap<>();
    groups.forEach((group, phase) -> words.put(group, phase.name()));
    return words;
  }

  private static SortedMap<String, Phase> phases(SortedMap<String, String> groups) {
    SortedMap<String, Phase> phases = new TreeMap<>();
    groups.forEach((group, word) -> phases.put(group, Phase.valueOf(word)));
    return phases;
  }

  static RecordedContentDistribution of(ContentDistribution distribution) {
    return new RecordedContentDistribution(distribution.modelName(), words(distribution.groups()));
  }

  @Override
  public ContentDistribution state() {
    return new ContentDistribution(modelName, phases(groups));
  }
}
