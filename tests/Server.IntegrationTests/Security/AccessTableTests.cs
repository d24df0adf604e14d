using Directus.Grpc.Server.IntegrationTests.Access;
using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>One table says who may do what, and every face keeps it: a rule that holds on one path holds on all. Guards against
/// GHSA-849r-qrwj-8rv4 (nobody taken for the system), GHSA-cph6-524f-3hgr (CVE-2025-64749: forbidden and missing answer alike) and
/// the peers' CVE-2022-46792 (a rule forgotten for many rows).</summary>
public sealed class AccessTableTests
{
    // Of each collection the actions that a principal may do to some item: l(ist), g(et by key), a(ggregate), c(reate), u(pdate),
    // q (update by query), n (update with something nested), d(elete), e (delete by query). Whoever is not named may nothing.
    private const string Table = """
        open          nobody lga       nothing lga       some lga       app lga        share -     admin lgacuqnde
        closed        nobody -         nothing -         some -         app -          share -     admin lgacuqnde
        part          nobody -         nothing -         some lgacuqde  app -          share -     admin lgacuqnde
        shared        nobody -         nothing -         some -         app -          share lga   admin lgacuqnde
        users         nobody -         nothing -         some -         app la         share -     admin lgacuqde
        roles         nobody -         nothing -         some -         app la         share -     admin lgacuqde
        policies      nobody -         nothing -         some -         app -          share -     admin lgacuqde
        permissions   nobody -         nothing -         some -         app -          share -     admin lgacuqde
        access        nobody -         nothing -         some -         app -          share -     admin lgacuqde
        presets       nobody -         nothing -         some -         app lgacuqde   share -     admin lgacuqde
        folders       nobody -         nothing -         some -         app -          share -     admin lgacuqde
        notifications nobody -         nothing -         some -         app lgauq      share -     admin lgacuqde
        dashboards    nobody -         nothing -         some -         app -          share -     admin lgacuqde
        panels        nobody -         nothing -         some -         app -          share -     admin lgacuqde
        translations  nobody -         nothing -         some -         app lga        share lga   admin lgacuqde
        files         nobody -         nothing -         some -         app -          share -     admin lgacuqde
        shares        nobody -         nothing -         some -         app la         share -     admin lgacuqde
        settings      nobody -         nothing -         some -         app la         share -     admin lau
        activity      nobody -         nothing -         some -         app la         share -     admin lga
        revisions     nobody -         nothing -         some -         app -          share -     admin lga
        comments      nobody -         nothing -         some -         app lgacuqde   share -     admin lgacuqde
        versions      nobody -         nothing -         some -         app -          share -     admin lgacuqde
        flows         nobody -         nothing -         some -         app -          share -     admin lga
        operations    nobody -         nothing -         some -         app -          share -     admin lga
        collections   nobody -         nothing -         some -         app -          share -     admin -
        fields        nobody -         nothing -         some -         app -          share -     admin -
        relations     nobody -         nothing -         some -         app -          share -     admin -
        sessions      nobody -         nothing -         some -         app -          share -     admin -
        migrations    nobody -         nothing -         some -         app -          share -     admin -
        extensions    nobody -         nothing -         some -         app -          share -     admin -
        deployments   nobody -         nothing -         some -         app -          share -     admin -
        deployment_projects nobody -   nothing -         some -         app -          share -     admin -
        deployment_runs nobody -       nothing -         some -         app -          share -     admin -
        missing       nobody -         nothing -         some -         app -          share -     admin -
        directus_missing nobody -      nothing -         some -         app -          share -     admin -
        """;

    [Theory, EachDatabase]
    public async Task Every_face_keeps_the_table(TestDatabase database)
    {
        await using var server = await TestServer.StartAsync(database);
        await using var app = await TestApp.OnAsync(server);
        var world = await AccessTableWorld.CreateAsync(app);
        var failures = new List<string>();

        foreach (var line in Table.Split('\n'))
        {
            var cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            for (var i = 1; i < cells.Length; i += 2)
                foreach (var attempt in world.Attempts(cells[0]))
                    await CheckAsync(cells[0], cells[i], world.Callers[cells[i]], attempt, cells[i + 1].Contains(attempt.Action));
        }

        Assert.True(failures.Count == 0, string.Join('\n', failures));
        Assert.Empty((await SystemCollectionsAsync(app))
            .Except(Table.Split('\n').Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0])));

        async Task CheckAsync(string target, string caller, TestClient client, AccessAttempt attempt, bool expected)
        {
            foreach (var (face, tryAsync) in Faces(attempt))
            {
                var refusal = await tryAsync(client, await world.KeyAsync(target, expected && attempt.Action == 'd'));
                if (expected ? refusal is not null : !IsRefused(refusal))
                    failures.Add($"{face}: {caller} {attempt.Action} {target}: want {(expected ? "done" : "FORBIDDEN")}, got {refusal ?? "done"}");
            }
        }
    }

    // Over REST what nobody may do has no route.
    private static bool IsRefused(string? refusal) => refusal is "FORBIDDEN" or "ROUTE_NOT_FOUND" or "METHOD_NOT_ALLOWED";

    private static async Task<IEnumerable<string>> SystemCollectionsAsync(TestApp app) =>
        (await (await app.Admin.GetAsync("/collections")).DataAsync())!.AsArray().Select(entry => (string)entry!["collection"]!)
            .Where(name => name.StartsWith("directus_", StringComparison.Ordinal)).Select(name => name["directus_".Length..]);

    private static IEnumerable<(string Face, Func<TestClient, string, Task<string?>> TryAsync)> Faces(AccessAttempt attempt)
    {
        yield return ("REST", attempt.RestAsync);
        yield return ("gRPC", attempt.GrpcAsync);
        if (attempt.GraphQL is not null) yield return ("GraphQL", attempt.GraphQLAsync);
        if (attempt.Old is not null) yield return ("API v1.1", attempt.OldAsync);
    }
}
