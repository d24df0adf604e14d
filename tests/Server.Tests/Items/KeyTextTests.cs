using Directus.Grpc.Server.Items;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items;

public sealed class KeyTextTests
{
    public static TheoryData<object?, string> Values => new()
    {
        { 7, "7" },
        { 9007199254740993L, "9007199254740993" },
        { "x", "x" },
        { null, "" },
        { Guid.Parse("0D9C4A3E-0000-4000-8000-000000000001"), "0d9c4a3e-0000-4000-8000-000000000001" },
        { new DateOnly(2026, 12, 1), "2026-12-01" },
        { new TimeOnly(8, 30, 0), "08:30:00" },
        { new DateTime(2026, 12, 1, 8, 30, 0, 500, DateTimeKind.Utc), "2026-12-01T08:30:00.5Z" },
        { new DateTime(2026, 12, 1, 8, 30, 0), "2026-12-01T08:30:00" },
        { 1.5m, "1.5" },
    };

    [Theory, MemberData(nameof(Values))]
    public void Keys_read_as_answers_spell_them(object? key, string expected) => Assert.Equal(expected, KeyText.Of(key));
}
