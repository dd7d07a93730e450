package dev.garrison.survey.antivirus;

import dev.garrison.fleet.antivirus.AntivirusProducts;
import dev.garrison.fleet.readiness.Service;
import dev.garrison.fleet.table.AntivirusTable;
import dev.garrison.fleet.table.Fleet;
import dev.garrison.language.Text;
import dev.garrison.manifest.AntivirusProduct;
import dev.garrison.manifest.AntivirusProduct.Kind;
import dev.garrison.manifest.AntivirusProduct.Sign;
import dev.garrison.mecm.adminservice.AdminService;
import dev.garrison.mecm.adminservice.Assumption;
import dev.garrison.mecm.odata.ODataFilter;
import dev.garrison.mecm.odata.ODataQuery;
import dev.garrison.mecm.odata.Row;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/**
 * Reads the facts of a site about the antivirus products of a fleet's servers. They are services
 * and programs of other makers' products, and the state of Microsoft Defender Antivirus. It makes
 * one streamed request for each class that the site offers. A column that is empty is not told.
 * Only the custom inventory class has the running mode.
 *
 * @see <a
 *     href="https://learn.microsoft.com/intune/configmgr/core/clients/manage/inventory/extend-hardware-inventory">
 *     How to extend hardware inventory</a>
 */
public final class AntivirusReader {
  /** Class that inventory makes of root\Microsoft\Windows\Defender:MSFT_MpComputerStatus. */
  public static final String CUSTOM_CLASS = "SMS_G_System_MSFT_MPCOMPUTERSTATUS";

  /** State of the Endpoint Protection client, in the class of all devices. */
  private static final String DEVICE_COLUMN = "EPAntivirusEnabled";

  private static final String DEVICE_ANTIVIRUS = "SMS_CombinedDeviceResources." + DEVICE_COLUMN;

  private static final String SERVICE_CLASS = "SMS_G_System_SERVICE";
  private static final String PROGRAM_CLASS = "SMS_G_System_INSTALLED_SOFTWARE";
  private static final String SENT_CLASS = "SMS_G_System_AntimalwareHealthStatus";
  private static final String STATE = "State";
  private static final String MODE = "AMRunningMode";
  private static final String REAL_TIME = "RealTimeProtectionEnabled";
  private static final String SENT_REAL_TIME = "RtpEnabled";
  private static final String SENT_ANTIVIRUS = "AntivirusEnabled";
  private static final String PROGRAM = "ARPDisplayName";

  private static final ODataQuery SERVICES =
      ODataQuery.of(SERVICE_CLASS).keys("ResourceID", "GroupID").select("Name", "StartMode");
  private static final ODataQuery PROGRAMS =
      ODataQuery.of(PROGRAM_CLASS).keys("ResourceID", "GroupID").select(PROGRAM);

  /** Service of the Configuration Manager client, which every server that sends services has. */
  private static final String CLIENT_SERVICE = "CcmExec";

  private static final String DISABLED = "Disabled";
  private static final String RUNNING = "Running";
  private static final String ANTIVIRUS = Text.of("assumption.antivirus").toString();

  private final AdminService service;
  private final Fleet fleet;
  private final AntivirusProducts products;

  /**
   * @param fleet with the servers, to be filled
   * @param products known products of other makers
   */
  public AntivirusReader(AdminService service, Fleet fleet, AntivirusProducts products) {
    this.service = service;
    this.fleet = fleet;
    this.products = products;
  }

  /** Assumptions about a site in this class. */
  public static Assumption assumption() {
    return Assumption.of()
        .optional(SERVICES, ANTIVIRUS)
        .optional(PROGRAMS, ANTIVIRUS)
        .optional(ODataQuery.of(SENT_CLASS).keys("ResourceID"), ANTIVIRUS)
        .optional(SERVICE_CLASS + "." + STATE, Text.of("assumption.other-antivirus").toString())
        .optional(CUSTOM_CLASS + "." + MODE, Text.of("assumption.running-mode").toString())
        .optional(CUSTOM_CLASS + "." + REAL_TIME, ANTIVIRUS)
        .optional(SENT_CLASS + "." + SENT_REAL_TIME, ANTIVIRUS)
        .optional(SENT_CLASS + "." + SENT_ANTIVIRUS, ANTIVIRUS)
        .optional(DEVICE_ANTIVIRUS, ANTIVIRUS);
  }

  /** Whether the site has the class that tells the running mode. */
  public static boolean tellsMode(AdminService service) {
    return service.capabilities().offers(CUSTOM_CLASS + "." + MODE);
  }

  /** The class of all devices with its column on the antivirus too, where the site has it. */
  public static ODataQuery withAntivirus(AdminService service, ODataQuery devices) {
    return service.capabilities().offers(DEVICE_ANTIVIRUS) ? devices.also(DEVICE_COLUMN) : devices;
  }

  /** Records the antivirus of a row of the class of all devices, where it is told. */
  public static void device(Fleet fleet, int server, Row row) {
    told(row, DEVICE_COLUMN).ifPresent(on -> fleet.antivirus().sentAntivirus(server, on));
  }

  /** Reads all that the site offers; the class of all devices is read before. */
  public void read() {
    if (service.capabilities().offers(SERVICE_CLASS)) {
      services();
    }
    if (offers(PROGRAM_CLASS, PROGRAM)) {
      programs();
    }
    if (tellsMode(service)) {
      custom();
    }
    sent(Map.of(SENT_REAL_TIME, table()::sentRealTime, SENT_ANTIVIRUS, table()::sentAntivirus));
  }

  private AntivirusTable table() {
    return fleet.antivirus();
  }

  private boolean offers(String className, String property) {
    return service.capabilities().offers(className + "." + property);
  }

  private void services() {
    boolean states = offers(SERVICE_CLASS, STATE);
    each(
        (states ? SERVICES.select("Name", "StartMode", STATE) : SERVICES)
            .where(
                Stream.concat(
                        Stream.concat(
                                Stream.of(CLIENT_SERVICE),
                                Arrays.stream(Service.values()).map(Service::serviceName))
                            .map(name -> ODataFilter.equal("Name", name)),
                        known(Sign.SERVICE, "Name"))
                    .reduce(ODataFilter::or)
                    .orElseThrow()),
        this::service);
  }

  private Stream<ODataFilter> known(Sign sign, String property) {
    return Stream.concat(
        products.names(sign).stream().map(name -> ODataFilter.equal(property, name)),
        products.beginnings(sign).stream().map(begin -> ODataFilter.startsWith(property, begin)));
  }

  private void service(int row, Row line) {
    String name = line.text("Name");
    boolean disabled = line.text("StartMode").equalsIgnoreCase(DISABLED);
    Optional<Boolean> runs =
        Optional.of(line.text(STATE))
            .filter(state -> !state.isEmpty())
            .map(state -> state.equalsIgnoreCase(RUNNING));
    fleet.facts().servicesTold(row);
    runs.ifPresent(_ -> table().statesTold(row));
    Service.of(name)
        .ifPresent(known -> {
          fleet.facts().service(row, known, disabled);
          if (known == Service.SENSE) {
            table().senseStarts(row, line.text("StartMode"));
          }
          // SCEP is Microsoft's antivirus of 2012 R2: onboarding replaces it by Defender.
          if (known == Service.DEFENDER || known == Service.SCEP) {
            table().defender(row, runs.or(() -> disabled ? Optional.of(false) : Optional.empty()));
          }
        });
    products.of(Sign.SERVICE, name).ifPresent(product -> product(row, product, runs.orElse(false)));
  }

  private void product(int row, AntivirusProduct product, boolean runs) {
    if (product.kind() == Kind.SENSOR) {
      table().sensor(row, product.product());
      return;
    }
    fleet.facts().otherAntivirus(row, product.product());
    table().other(row, product.product(), runs);
  }

  private void programs() {
    known(Sign.PROGRAM, PROGRAM)
        .reduce(ODataFilter::or)
        .ifPresent(some ->
            each(
                PROGRAMS.where(some),
                (row, line) ->
                    products
                        .of(Sign.PROGRAM, line.text(PROGRAM))
                        .ifPresent(product -> {
                          if (product.kind() == Kind.SENSOR) {
                            table().sensor(row, product.product());
                          } else {
                            program(row, product.product());
                          }
                        })));
  }

  private void program(int row, String product) {
    fleet.facts().otherAntivirus(row, product);
    table().other(row, product, false);
    if (!products.hasService(product)) {
      table().unwatched(row);
    }
  }

  private void custom() {
    boolean realTime = offers(CUSTOM_CLASS, REAL_TIME);
    ODataQuery query = ODataQuery.of(CUSTOM_CLASS).keys("ResourceID");
    each(
        realTime ? query.select(MODE, REAL_TIME) : query.select(MODE),
        (row, line) -> {
          String mode = line.text(MODE);
          Optional<Boolean> on = told(line, REAL_TIME);
          if (!mode.isEmpty() || on.isPresent()) {
            table().custom(row, mode, on);
          }
        });
  }

  /** Reads truth values that the Endpoint Protection client sent, as far as the site has them. */
  private void sent(Map<String, BiConsumer<Integer, Boolean>> takers) {
    String[] offered =
        takers.keySet().stream()
            .filter(property -> offers(SENT_CLASS, property))
            .sorted()
            .toArray(String[]::new);
    if (offered.length > 0) {
      each(
          ODataQuery.of(SENT_CLASS).keys("ResourceID").select(offered),
          (row, line) ->
              takers.forEach((property, taker) ->
                  told(line, property).ifPresent(on -> taker.accept(row, on))));
    }
  }

  /** A truth value, which inventory may keep as a number or a text; empty where it is not told. */
  private static Optional<Boolean> told(Row line, String property) {
    return line.truth(property)
        .or(() ->
            line.number(property).isPresent()
                ? Optional.of(line.number(property, 0) != 0)
                : Optional.empty())
        .or(() ->
            switch (line.text(property).toLowerCase(Locale.ROOT)) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  private void each(ODataQuery query, BiConsumer<Integer, Row> taker) {
    service.query(
        query,
        node -> {
          Row row = new Row(node);
          fleet.find(row.numberKey("ResourceID")).ifPresent(server -> taker.accept(server, row));
        });
  }
}
