using Directus.Grpc.Server.Items.Rows;
using Xunit;

namespace Directus.Grpc.Server.Tests.Items.Rows;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData("0", true)]
    [InlineData("-12.50", true)]
    [InlineData("123456789012345678901234567890.5", true)]
    [InlineData("1e5", true)]
    [InlineData("NaN", false)]
    [InlineData("Infinity", false)]
    [InlineData("-Infinity", false)]
    [InlineData("1e999", false)]
    [InlineData("1.2.3", false)]
    [InlineData("-", false)]
    [InlineData("", false)]
    [InlineData("x", false)]
    public void Only_finite_numbers_are_numbers(string text, bool finite) => Assert.Equal(finite, NumberText.IsFinite(text));
}
