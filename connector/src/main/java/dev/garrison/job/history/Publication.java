package dev.garrison.job.history;

/**
 * How other processes of this user reach the database.
 *
 * @param port of the loopback address
 * @param serves whether the process that has it open runs jobs at their times
 * @param password that holds as long as that process lets others in
 */
record Publication(int port, boolean serves, String password) {
  @Override
  public String toString() {
    return "port " + port;
  }
}
