using Directus.Grpc.Server.Files.Storage;
using Microsoft.Extensions.Options;
using Xunit;

namespace Directus.Grpc.Server.Tests.Files;

public sealed class StorageOptionsTests
{
    [Theory]
    [InlineData("local", "local", null)]
    [InlineData("local", "s3", "STORAGE_LOCAL_DRIVER=s3 is not supported by this server yet; local is.")]
    [InlineData("local", "tape", "STORAGE_LOCAL_DRIVER has to be local.")]
    [InlineData("", "local", "STORAGE_LOCATIONS has no name.")]
    [InlineData("a b", "local", "STORAGE_LOCATIONS: \"a b\" is no name for a storage; letters, digits, _ and - are.")]
    [InlineData("local,LOCAL", "local", "STORAGE_LOCATIONS has a name twice.")]
    public void A_storage_that_could_not_work_stops_the_start(string names, string driver, string? line)
    {
        var options = new StorageOptions { Names = names, Locations = { ["local"] = new StorageLocation { Driver = driver } } };

        var result = new StorageOptionsCheck([new LocalDriver()]).Validate(null, options);

        Assert.Equal(line is null ? ValidateOptionsResult.Success.Succeeded : false, result.Succeeded);
        if (line is not null) Assert.Contains(line, result.Failures!);
    }
}
