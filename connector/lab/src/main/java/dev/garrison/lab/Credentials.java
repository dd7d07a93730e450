package dev.garrison.lab;

/** The only account that the lab accepts, with Basic authentication. */
public record Credentials(String user, String password) {
  @Override
  public String toString() {
    return "Credentials[user=" + user + "]";
  }
}
