package dev.garrison.fleet.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts that many rows share, each stored once. The empty text is 0. */
final class TextPool {
  private final Map<String, Integer> places = new HashMap<>();
  private final List<String> texts = new ArrayList<>();

  TextPool() {
    place("");
  }

  int place(String text) {
    Integer known = places.get(text);
    if (known != null) {
      return known;
    }
    places.put(text, texts.size());
    texts.add(text);
    return texts.size() - 1;
  }

  String at(int place) {
    return texts.get(place);
  }
}
