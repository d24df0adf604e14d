using System.Text.Json;
using Directus.Grpc.Server.Kernel;
using Directus.Grpc.Server.Query.Variables;
using Xunit;

namespace Directus.Grpc.Server.Tests.Query;

/// <summary>`$NOW` takes spans of time in Directus' words.</summary>
public sealed class NowVariableTests
{
    private static readonly VariableResolver Variables =
        new(new PlanVariables(null, null, [], [], new DateTimeOffset(2024, 3, 31, 12, 0, 0, TimeSpan.Zero)));

    [Theory]
    [InlineData("$NOW", "2024-03-31T12:00:00")]
    [InlineData("$NOW()", "2024-03-31T12:00:00")]
    [InlineData("$NOW(sometime)", "2024-03-31T12:00:00")]
    [InlineData("$NOW(1 day 2 hours)", "2024-03-31T12:00:00")]
    [InlineData("$NOW(-1)", "2024-03-30T12:00:00")]
    [InlineData("$NOW(-90m)", "2024-03-31T10:30:00")]
    [InlineData("$NOW(1y)", "2025-03-31T12:00:00")]
    [InlineData("$NOW(+2h)", "2024-03-31T14:00:00")]
    [InlineData("$NOW(-2 HRS)", "2024-03-31T10:00:00")]
    [InlineData("$NOW(-3d)", "2024-03-28T12:00:00")]
    [InlineData("$NOW(-2 weeks)", "2024-03-17T12:00:00")]
    [InlineData("$NOW(-1mo)", "2024-02-29T12:00:00")]
    [InlineData("$NOW(-1.5 months)", "2024-01-31T12:00:00")]
    [InlineData("$NOW(-1.5 years)", "2022-09-30T12:00:00")]
    [InlineData("$NOW(-1.5 days)", "2024-03-30T12:00:00")]
    [InlineData("$NOW(-1.5 weeks)", "2024-03-21T12:00:00")]
    [InlineData("$NOW(-.5 hours)", "2024-03-31T11:30:00")]
    [InlineData("$NOW(-1.5 mins)", "2024-03-31T11:58:30")]
    [InlineData("$NOW(30secs)", "2024-03-31T12:00:30")]
    [InlineData("$NOW(-2000 ms)", "2024-03-31T11:59:58")]
    public void A_span_of_time_is_read_as_directus_reads_it(string name, string moment) =>
        Assert.Equal(moment + ".000Z", Variables.Resolve(JsonSerializer.SerializeToElement(name))!.Value.GetString());

    [Theory]
    [InlineData("$NOW(99999999999 years)")]
    [InlineData("$NOW(-999999 months)")]
    [InlineData("$NOW(99999999999999999999 h)")]
    public void A_moment_beyond_the_calendar_is_refused(string name) =>
        Assert.Throws<DirectusException>(() => Variables.Resolve(JsonSerializer.SerializeToElement(name)));
}
