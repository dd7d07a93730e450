package dev.garrison.fuzz;

/** A text that counts how often a character of it is read: what a regular expression costs. */
public final class CountedText implements CharSequence {
  private final String text;
  private long reads;

  public CountedText(String text) {
    this.text = text;
  }

  /** Characters read so far, for each character of the text. */
  public double readsPerCharacter() {
    return (double) reads / text.length();
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    reads++;
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }
}
