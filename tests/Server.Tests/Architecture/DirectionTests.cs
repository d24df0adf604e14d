using System.Reflection;
using Directus.Grpc.Server.Kernel;
using Xunit;

namespace Directus.Grpc.Server.Tests.Architecture;

/// <summary>Arrows point right: Edges → features → Items → Access → Query → Schema → Data → Kernel. Hosting sees all.</summary>
public sealed class DirectionTests
{
    private const string Root = "Directus.Grpc.Server.";
    private const string Edges = $"{Root}Edges.";

    private static readonly Dictionary<string, int> Steps = new()
    {
        ["Kernel"] = 0, ["Outbound"] = 1, ["Data"] = 1, ["Schema"] = 2, ["Query"] = 3, ["Access"] = 4, ["Items"] = 5,
        ["Auth"] = 6, ["Files"] = 6, ["Mail"] = 6, ["Activity"] = 6, ["History"] = 6, ["Comments"] = 6, ["Notifications"] = 6,
        ["Retention"] = 6, ["Realtime"] = 6, ["Settings"] = 6, ["Edges"] = 7, ["Hosting"] = 8,
    };

    // What is asked, or wanted, and in which words are values; rules, planning and SQL are what is done with them, each for itself.
    private static readonly Dictionary<string, Dictionary<string, int>> Rooms = new()
    {
        ["Query"] = new()
        {
            ["Values"] = 0, ["Catalogues"] = 1, ["Model"] = 2, ["Variables"] = 3, ["Plans"] = 3, ["Rules"] = 4, ["Planning"] = 4, ["Sql"] = 4,
        },
        ["Schema.Snapshots"] = new()
        {
            ["Model"] = 0, ["Columns"] = 1, ["Documents"] = 2, ["Comparing"] = 3, ["Steps"] = 3, ["Planning"] = 4,
        },
    };

    [Fact]
    public void Arrows_point_right()
    {
        var backward = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Types())
        {
            foreach (var used in References.Of(type))
            {
                if (Area(used) is not { } area || IsRight(Area(type)!, area, used)) continue;
                backward.Add($"{type.FullName} → {used.FullName}");
            }
        }

        Assert.True(backward.Count == 0, string.Join('\n', backward));
    }

    [Theory, InlineData("Query"), InlineData("Schema.Snapshots")]
    public void Values_know_nothing_of_what_is_done_with_them(string area)
    {
        var (rooms, backward) = (Rooms[area], new SortedSet<string>(StringComparer.Ordinal));
        foreach (var type in Types())
        {
            if (Room(type, area) is not { } room) continue;
            foreach (var used in References.Of(type))
                if (Room(used, area) is { } other && other != room && rooms[other] >= rooms[room]) backward.Add($"{type.FullName} → {used.FullName}");
        }

        Assert.True(backward.Count == 0, string.Join('\n', backward));
    }

    [Fact]
    public void Every_area_has_a_place() =>
        Assert.Empty(Types().Select(type => Area(type)!).Distinct().Except(Steps.Keys));

    // An edge translates: what speaks to the database lies to its right.
    [Fact]
    public void Edges_hold_no_SQL()
    {
        var speakers = Types().Where(type => Area(type) == "Edges")
            .Where(type =>
                References.Of(type).Any(used => used.FullName is $"{Root}Data.SqlBuilder" or $"{Root}Data.SqlStatement" or $"{Root}Data.DbSession"
                || used.Namespace == $"{Root}Data.SystemTables.Rows"));

        Assert.Empty(speakers.Select(type => type.FullName));
    }

    // Faces share what lies in Calls; each could be taken away without another.
    [Fact]
    public void Faces_use_Calls_and_never_each_other()
    {
        var sideways = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var type in Types())
        {
            if (Face(type) is not { } face) continue;
            foreach (var used in References.Of(type))
                if (Face(used) is { } other && other != face && other != "Calls") sideways.Add($"{type.FullName} → {used.FullName}");
        }

        Assert.True(sideways.Count == 0, string.Join('\n', sideways));
    }

    [Fact]
    public void A_backward_arrow_would_be_seen() =>
        Assert.Contains(typeof(ErrorCodes), References.Of(typeof(Seen)));

    // On one step features speak through an interface of the one that is called.
    private static bool IsRight(string from, string to, Type used)
    {
        if (from == to) return true;
        if (!Steps.TryGetValue(from, out var left) || !Steps.TryGetValue(to, out var right)) return false;
        return right < left || (right == left && used.IsInterface);
    }

    private static IEnumerable<Type> Types() => typeof(ErrorCode).Assembly.GetTypes().Where(type => Area(type) is not null);

    private static string? Face(Type type) =>
        type.Namespace is { } name && name.StartsWith(Edges, StringComparison.Ordinal) ? name[Edges.Length..].Split('.')[0] : null;

    private static string? Room(Type type, string area) => type.Namespace?.StartsWith($"{Root}{area}.", StringComparison.Ordinal) == true
        ? type.Namespace[$"{Root}{area}.".Length..]
        : null;

    private static string? Area(Type type)
    {
        var name = type.Namespace;
        return name?.StartsWith(Root, StringComparison.Ordinal) == true ? name[Root.Length..].Split('.')[0] : null;
    }

    // Uses the catalogue only inside of a method, where only the compiled code tells.
    private static class Seen
    {
        public static object Code() => ErrorCodes.Forbidden.Name;
    }
}
