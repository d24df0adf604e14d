using System.Net.Http.Headers;

namespace Directus.Grpc.Bench.Load;

/// <summary>Says when targets do not answer the same bytes: then their figures cannot be compared.</summary>
internal static class AnswerCheck
{
    public static async Task RunAsync(IReadOnlyList<Target> targets)
    {
        foreach (var scenario in Scenario.All.Where(scenario => scenario.Body is null))
        {
            var expected = await AnswerAsync(targets[0], scenario);
            foreach (var target in targets.Skip(1))
            {
                var answer = await AnswerAsync(target, scenario);
                if (answer != expected)
                    Console.Error.WriteLine($"{scenario.Name}: {target.Name} answers\n  {Start(answer)}\nand not\n  {Start(expected)}");
            }
        }
    }

    private static async Task<string> AnswerAsync(Target target, Scenario scenario)
    {
        using var http = new HttpClient();
        if (target.Token is not null) http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", target.Token);
        return await http.GetStringAsync(target.Url + scenario.Path);
    }

    private static string Start(string text) => text.Length > 600 ? text[..600] + "…" : text;
}
