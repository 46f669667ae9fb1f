import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import vn.nhipcau.ApiClient;
import vn.nhipcau.ApiException;
import vn.nhipcau.ApiResponse;
import vn.nhipcau.api.AidRecipientsApi;
import vn.nhipcau.api.GatewayAccountsApi;
import vn.nhipcau.model.AidPageRecipientItem;
import vn.nhipcau.model.AidRecipientIn;
import vn.nhipcau.model.AidRecipientKind;
import vn.nhipcau.model.AidRecipientOut;
import vn.nhipcau.model.AidRecipientPatch;
import vn.nhipcau.model.Problem;

/** What a union's own program does, through the client that openapi-generator made for Java. */
public final class Story {
  private static final String MARK = UUID.randomUUID().toString().substring(0, 8);
  private static final List<String> DONE = new ArrayList<>();
  private static final ApiClient HOUSE = new ApiClient();

  private static void expect(boolean holds, String what, Object seen) {
    if (!holds) {
      throw new IllegalStateException("not as promised: " + what + " " + seen);
    }
    DONE.add(what);
  }

  private static AidRecipientIn wanted(int number) {
    String name = "Trường " + MARK + " " + number + " (demo)";
    return new AidRecipientIn().kind(AidRecipientKind.PUBLIC_UNIT).nameVi(name).province("VN-79");
  }

  private static String key() {
    return UUID.randomUUID().toString();
  }

  private record Refusal(int status, Problem problem) {}

  /** What the house says no with; it must say no. */
  private static Refusal refused(Callable<?> call) throws Exception {
    try {
      throw new IllegalStateException("not refused: " + call.call());
    } catch (ApiException error) {
      Problem said = ApiClient.createDefaultObjectMapper().readValue(error.getResponseBody(), Problem.class);
      return new Refusal(error.getCode(), said);
    }
  }

  public static void main(String[] arguments) throws Exception {
    HOUSE.updateBaseUri(System.getenv("HOUSE_URL"));
    String token = System.getenv("TOKEN");
    HOUSE.setRequestInterceptor(request -> request.header("Authorization", "Bearer " + token));
    AidRecipientsApi recipients = new AidRecipientsApi(HOUSE);

    List<AidRecipientOut> made = new ArrayList<>();
    for (int number = 0; number < 3; number++) {
      String key = key();
      AidRecipientIn body = wanted(number);
      ApiResponse<AidRecipientOut> first = recipients.aidCreateRecipientWithHttpInfo(body, key);
      expect(first.getStatusCode() == 201, "create", first.getData());
      ApiResponse<AidRecipientOut> again = recipients.aidCreateRecipientWithHttpInfo(body, key);
      expect(again.getStatusCode() == 201 && again.getData().getId().equals(first.getData().getId()),
          "create", again.getData());
      expect(List.of("true").equals(again.getHeaders().get("idempotent-replayed")), "repeat", again.getHeaders());
      made.add(again.getData());
    }

    List<UUID> found = new ArrayList<>();
    String cursor = null;
    do {
      AidPageRecipientItem page =
          recipients.aidListRecipients(2, cursor, null, null, MARK, null, null, null, null);
      page.getItems().forEach(one -> found.add(one.getId()));
      cursor = page.getNextCursor();
    } while (cursor != null);
    List<UUID> ids = made.stream().map(AidRecipientOut::getId).toList();
    expect(found.size() == 3 && new HashSet<>(found).containsAll(ids), "page", found);

    AidRecipientPatch patch = new AidRecipientPatch().nameEn("School");
    Refusal stale = refused(() -> recipients.aidUpdateRecipient(ids.get(0), patch, "\"9\"", key()));
    expect(stale.status() == 412 && stale.problem().getCode() != null, "conflict", stale);
    AidRecipientOut fresh = recipients.aidUpdateRecipient(ids.get(0), patch, "\"1\"", key());
    expect("School".equals(fresh.getNameEn()), "change", fresh);
    Refusal twice = refused(() -> recipients.aidCreateRecipient(wanted(0).id(ids.get(0)), key()));
    expect(twice.status() == 409 && twice.problem().getCode() != null, "conflict", twice);

    GatewayAccountsApi accounts = new GatewayAccountsApi(HOUSE);
    Refusal role = refused(() -> accounts.gatewayListAccounts(null, null, null, null, null, null));
    expect("identity.role".equals(role.problem().getCode()), "refusal", role);
    Refusal nowhere = refused(() -> recipients.aidCreateRecipient(wanted(4).province("nowhere"), key()));
    expect("/body/province".equals(nowhere.problem().getErrors().get(0).getPointer()), "refusal", nowhere);

    for (UUID id : ids) {
      String version = id.equals(ids.get(0)) ? "\"2\"" : "\"1\"";
      int status = recipients.aidDeleteRecipientWithHttpInfo(id, version, null).getStatusCode();
      expect(status == 204, "delete", status);
    }
    System.out.println(DONE.size() + " steps as promised: " + String.join(", ", new LinkedHashSet<>(DONE)));
  }
}
