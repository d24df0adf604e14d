using Directus.Grpc.TestKit;
using Xunit;

namespace Directus.Grpc.Server.IntegrationTests.Security;

/// <summary>What may not be read cannot be learnt about by any part of any query: whatever it holds, the answer is the same,
/// byte for byte. Guards against GHSA-7wq3-jr35-275c (CVE-2025-30352), GHSA-8jpw-gpr4-8cmh (CVE-2025-64748), GHSA-p8v3-m643-4xqx
/// (CVE-2024-34708), GHSA-m5q3-8wgf-x8xf (CVE-2023-27481), GHSA-38hg-ww64-rrwc (CVE-2026-35442), and what befell peers:
/// CVE-2026-27886, CVE-2024-56143, GHSA-v93q-4jcx-7p9m.</summary>
public sealed class OperandTests
{
    private const int SamplesOfSlot = 25;

    [Theory, EachDatabase]
    public async Task What_may_not_be_read_changes_no_answer(TestDatabase database)
    {
        await using var app = await TestApp.StartAsync(database);
        var world = await SecretWorld.CreateAsync(app);
        var probes = world.Probes().ToList();
        // All faces ask the same planner: of each slot and operand some suffice there.
        var typed = probes.Where(probe => probe.Export is null).GroupBy(probe => (probe.Slot, probe.Operand)).SelectMany(slot => slot.Take(4))
            .ToList();
        await world.HideAsync(other: false);
        var (rest, grpc, graph, all) = (await RestAsync(world.Reader), await GrpcAsync(world.Reader), await GraphQLAsync(world.Reader),
            await AskAllAsync());

        await world.HideAsync(other: true);

        var failures = new List<string>();
        Compare("REST", rest, await RestAsync(world.Reader));
        Compare("gRPC", grpc, await GrpcAsync(world.Reader));
        Compare("GraphQL", graph, await GraphQLAsync(world.Reader));
        Assert.True(failures.Count == 0, $"{failures.Count} answers tell:\n{string.Join('\n', failures.Take(5))}");
        await RequireTellingAsync();
        Assert.True(graph.Values.Count(answer => answer.StartsWith("200", StringComparison.Ordinal)) > graph.Count / 5,
            "GraphQL hardly understood a probe");

        Task<IReadOnlyDictionary<Probe, string>> AskAllAsync() => ProbeSender.AskAsync(
            [.. probes.GroupBy(probe => probe.Slot).SelectMany(slot => slot.Take(SamplesOfSlot))], probe => ProbeSender.RestAsync(app.Admin, probe));

        Task<IReadOnlyDictionary<Probe, string>> RestAsync(TestClient client) =>
            ProbeSender.AskAsync(probes, probe => ProbeSender.RestAsync(client, probe));

        Task<IReadOnlyDictionary<Probe, string>> GrpcAsync(TestClient client) =>
            ProbeSender.AskAsync([.. typed], probe => ProbeSender.GrpcAsync(client, probe));

        Task<IReadOnlyDictionary<Probe, string>> GraphQLAsync(TestClient client) =>
            ProbeSender.AskAsync([.. typed], probe => ProbeSender.GraphQLAsync(client, probe));

        void Compare(string face, IReadOnlyDictionary<Probe, string> before, IReadOnlyDictionary<Probe, string> after)
        {
            foreach (var (probe, answer) in before)
            {
                if (answer.StartsWith('5') || answer.Contains("Internal", StringComparison.Ordinal)) failures.Add($"{face} {probe} fails: {answer}");
                if (answer != after[probe])
                    failures.Add($"{face} {probe}:\n  {answer.ReplaceLineEndings(" ")}\n  {after[probe].ReplaceLineEndings(" ")}");
            }
        }

        // Who may read it all is told: else these probes would prove nothing.
        async Task RequireTellingAsync()
        {
            var now = await AskAllAsync();
            var telling = all.Where(answer => answer.Value != now[answer.Key]).Select(answer => answer.Key.Slot).ToHashSet(StringComparer.Ordinal);
            var silent = probes.Select(probe => probe.Slot).Distinct().Where(slot => !telling.Contains(slot)).ToList();
            Assert.True(silent.Count == 0, $"Of {probes.Count} probes none tells anything in: {string.Join(", ", silent)}");
        }
    }
}
