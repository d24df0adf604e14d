using System.Text;
using System.Text.RegularExpressions;
using Directus.Grpc.Server.Schema.Snapshots;
using Directus.Grpc.Server.Schema.Snapshots.Steps;

namespace Directus.Grpc.Server.Hosting.Commands;

/// <summary>A plan for people: one line a step, those that may lose data marked.</summary>
internal static partial class PlanText
{
    [GeneratedRegex("(?<!^)(?=[A-Z])")]
    private static partial Regex BetweenWords();

    public static string Of(SchemaPlan plan, bool applied)
    {
        if (plan.Steps.IsEmpty) return "Nothing to do: the models are equal.";
        var text = new StringBuilder();
        foreach (var step in plan.Steps) text.Append(Line(step)).Append('\n');
        var destructive = plan.Steps.Count(step => step.Destructive);
        text.Append(plan.Steps.Length).Append(applied ? " steps done" : " steps");
        if (destructive > 0)
            text.Append(", ").Append(destructive).Append(applied ? " of which may have lost data (!)" : " of which may lose data (!)");
        return text.Append('.').ToString();
    }

    private static string Line(SchemaStep step)
    {
        var action = BetweenWords().Replace(step.Action.ToString(), " ").ToLowerInvariant();
        var name = step.Field is null ? step.Collection : $"{step.Collection}.{step.Field}";
        return $"{(step.Destructive ? '!' : ' ')} {action,-18} {name}{(step.Detail is { Length: > 0 } detail ? $": {detail}" : "")}";
    }
}
