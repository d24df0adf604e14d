using Directus.Grpc.Server.Hosting;
using Directus.Grpc.Server.Hosting.Configuration;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Directus.Grpc.Server.Tests.Hosting;

public sealed class GivenVariablesTests
{
    [Theory]
    [InlineData("plain", "plain"), InlineData("string:55", "55"), InlineData("number:55", "55"), InlineData("array:a,b", "a,b")]
    [InlineData("array:string:a,b", "a,b"), InlineData("json:{\"a\":1}", "{\"a\":1}"), InlineData("regex:^a", "regex:^a")]
    public void A_type_before_a_value_is_left_away(string text, string value) => Assert.Equal(value, Given(("NAME", text))["NAME"]);

    [Fact]
    public void Two_underscores_are_found_however_the_name_was_read()
    {
        Assert.Equal("x", Given(("DB_SSL__CA", "x"))["DB_SSL__CA"]);
        Assert.Equal("x", Given(("DB_SSL:CA", "x"))["DB_SSL__CA"]);
    }

    [Theory]
    [InlineData("a.json", """{"PORT": 8055, "STORAGE_LOCATIONS": ["a", "b"], "CORS_ENABLED": true, "AUTH_X_PARAMS": {"a": 1}, "NONE": null}""")]
    [InlineData("a.yaml", "PORT: 8055\nSTORAGE_LOCATIONS:\n  - a\n  - b\nCORS_ENABLED: true\nAUTH_X_PARAMS:\n  a: 1\nNONE:\n")]
    [InlineData("env", "# a line\nPORT=8055\nSTORAGE_LOCATIONS=\"a,b\"\nCORS_ENABLED=true\nAUTH_X_PARAMS='{\"a\":1}'\n")]
    public void A_file_is_read_by_its_ending(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);

        var read = ConfigFile.Read(path).Where(pair => pair.Value is not null).ToDictionary(pair => pair.Key, pair => pair.Value!.Replace(" ", ""));
        folder.Delete(recursive: true);

        Assert.Equal(new() { ["PORT"] = "8055", ["STORAGE_LOCATIONS"] = "a,b", ["CORS_ENABLED"] = "true", ["AUTH_X_PARAMS"] = "{\"a\":1}" }, read);
    }

    [Theory]
    [InlineData("a.json", "[1]"), InlineData("a.json", "{"), InlineData("a.yaml", "a: [1"), InlineData("a.js", "export default {}")]
    public void A_file_that_makes_no_sense_is_refused_in_one_line(string name, string text)
    {
        var folder = Directory.CreateTempSubdirectory("directus-grpc-test-");
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);

        var refused = Assert.Throws<ConfigurationException>(() => ConfigFile.Read(path));
        folder.Delete(recursive: true);

        Assert.DoesNotContain('\n', refused.Message);
    }

    [Fact]
    public void A_report_tells_of_each_variable_what_becomes_of_it()
    {
        var given = Given(("PORT", "8055"), ("CACHE_ENABLED", "true"), ("WEBSOCKETS_ENABLED", "true"), ("TUS_ENABLED", "false"),
            ("QUREY_LIMIT_MAX", "5"), ("QUERY_LIMIT_MAX", "five"), ("STORAGE_LOCATIONS", "main"), ("STORAGE_MAIN_ROOT", "a"), ("OTEL_OTHER", "x"),
            ("STORAGE_MAIN_BUCKET", "b"), ("DB_SSL__REJECT_UNAUTHORIZED", "false"), ("CONTENT_SECURITY_POLICY_DIRECTIVES__IMG_SRC", "'self'"));

        var report = SettingsReport.Of(Names(given), given, all: true);

        Assert.Equal(
            [
                "CACHE_ENABLED: without effect", "CONTENT_SECURITY_POLICY_DIRECTIVES__IMG_SRC: honoured", "DB_SSL__REJECT_UNAUTHORIZED: honoured",
                "OTEL_OTHER: honoured", "PORT: honoured", "QUERY_LIMIT_MAX: wrong", "QUREY_LIMIT_MAX: unknown", "STORAGE_LOCATIONS: honoured",
                "STORAGE_MAIN_BUCKET: not supported", "STORAGE_MAIN_ROOT: honoured", "TUS_ENABLED: not supported",
                "WEBSOCKETS_ENABLED: not supported",
            ],
            report.Entries.Select(entry => entry.ToString().Split('.')[0]));
        Assert.True(report.HasFaults);
        Assert.Equal(["CACHE_ENABLED", "STORAGE_MAIN_BUCKET", "WEBSOCKETS_ENABLED"], report.WithoutEffect.Select(entry => entry.Name));
    }

    [Theory]
    [InlineData("TUS_ENABLED", "false"), InlineData("CACHE_TTL", "5m"), InlineData("PORT", "8055")]
    public void What_is_not_missed_is_no_fault(string name, string value)
    {
        var given = Given((name, value));

        Assert.False(SettingsReport.Of([name], given, all: true).HasFaults);
    }

    [Fact]
    public void Names_of_the_environment_that_are_not_like_those_of_Directus_are_left_out()
    {
        var given = Given(("PATH", "/bin"), ("HOME", "/root"), ("EMAIL_FORM", "a"), ("SHLVL", "1"));

        Assert.Equal(["EMAIL_FORM: unknown"], SettingsReport.Of(Names(given), given, all: false).Entries.Select(entry => entry.ToString()));
    }

    [Fact]
    public void A_file_for_a_value_stands_for_the_variable()
    {
        var given = Given(("SECRET_FILE", "nowhere"));

        var entry = Assert.Single(SettingsReport.Of(["SECRET_FILE"], given, all: true).Entries);

        Assert.Equal("SECRET: wrong. SECRET_FILE has to be a file that exists.", entry.ToString());
    }

    [Theory]
    [InlineData("https://cdn.example.com", "img-src https://cdn.example.com; ")]
    [InlineData("array:'self',data:", "img-src 'self' data:; ")]
    [InlineData("false", "")]
    public void A_policy_is_made_of_its_directives(string sources, string directive) => Assert.Equal(
        $"default-src 'none'; {directive}media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'",
        ContentPolicies.Options(Given(("CONTENT_SECURITY_POLICY_DIRECTIVES:IMG_SRC", sources))).First().Value);

    private static GivenVariables Given(params (string Name, string Value)[] variables) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(variables.Select(variable => KeyValuePair.Create<string, string?>(variable.Name, variable.Value))).Build());

    private static IEnumerable<string> Names(GivenVariables given) => given.Names("");
}
