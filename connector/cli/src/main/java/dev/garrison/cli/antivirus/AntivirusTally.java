package dev.garrison.cli.antivirus;

import dev.garrison.cli.fleet.Figures;
import dev.garrison.fleet.antivirus.AntivirusState.Danger;
import dev.garrison.fleet.antivirus.AntivirusState.Protector;
import dev.garrison.language.RecordedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Servers counted by what protects them and by their danger, ring by ring. */
final class AntivirusTally {
  private static final int MOST_NAMES = 6;

  private final Map<String, Map<Protector, Integer>> rings = new LinkedHashMap<>();
  private final Map<Danger, List<String>> names = new EnumMap<>(Danger.class);
  private final Map<Danger, Set<String>> remedies = new EnumMap<>(Danger.class);
  private final Map<Danger, Integer> dangers = new EnumMap<>(Danger.class);
  private int servers;
  private int uncertain;

  AntivirusTally(List<String> names) {
    names.forEach(name -> rings.put(name, new EnumMap<>(Protector.class)));
  }

  void add(AntivirusLine line) {
    servers++;
    uncertain += line.today().isUncertain() ? 1 : 0;
    rings
        .computeIfAbsent(line.server().ring(), _ -> new EnumMap<>(Protector.class))
        .merge(line.today().protector(), 1, Integer::sum);
    line.today()
        .danger()
        .ifPresent(danger -> {
          dangers.merge(danger, 1, Integer::sum);
          remedies
              .computeIfAbsent(danger, _ -> new TreeSet<>())
              .add(danger.remedy(line.server().wanted()));
          List<String> some = names.computeIfAbsent(danger, _ -> new ArrayList<>());
          if (some.size() < MOST_NAMES) {
            some.add(line.server().name());
          }
        });
  }

  int servers() {
    return servers;
  }

  List<String> rings() {
    return List.copyOf(rings.keySet());
  }

  int of(String ring) {
    return rings.getOrDefault(ring, Map.of()).values().stream().mapToInt(one -> one).sum();
  }

  int of(String ring, Protector protector) {
    return rings.getOrDefault(ring, Map.of()).getOrDefault(protector, 0);
  }

  int of(Protector protector) {
    return rings.keySet().stream().mapToInt(ring -> of(ring, protector)).sum();
  }

  int of(Danger danger) {
    return dangers.getOrDefault(danger, 0);
  }

  int inDanger() {
    return dangers.values().stream().mapToInt(one -> one).sum();
  }

  /** Ways out for the servers in that danger, one line for each kind of ring. */
  String remedies(Danger danger) {
    return remedies.getOrDefault(danger, Set.of()).stream()
        .map(RecordedText::shown)
        .collect(Collectors.joining("\n"));
  }

  /** Number of servers of which it is not known whether they are in danger. */
  int uncertain() {
    return uncertain;
  }

  /** First names of the servers in that danger, and the number of others. */
  String listed(Danger danger) {
    return Figures.names(names.getOrDefault(danger, List.of()), of(danger));
  }
}
