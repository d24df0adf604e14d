using Directus.Grpc.Server.Mail;
using Microsoft.Extensions.Options;
using Xunit;

namespace Directus.Grpc.Server.Tests.Mail;

public sealed class TemplateTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directus-grpc-templates-");
    private readonly TemplateFiles _files;
    private readonly TemplateRenderer _templates;

    public TemplateTests()
    {
        _files = new TemplateFiles(Options.Create(new MailOptions { TemplatesPath = Path.Combine(_folder.FullName, "mail") }));
        _templates = new TemplateRenderer(_files);
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "mail"));
        File.WriteAllText(Path.Combine(_folder.FullName, "secret.liquid"), "secret");
    }

    // GHSA-5h38-6755-g83w
    [Theory]
    [InlineData("../secret")]
    [InlineData("..\\secret")]
    [InlineData("%2e%2e/secret")]
    [InlineData("/etc/passwd")]
    [InlineData("x/../../secret")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData("secret.text.text")]
    [InlineData("secret\0")]
    [InlineData("secret\n")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        Assert.Null(_files.Find(name));
        Write("includes", $"{{% include \"{name}\" %}}");
        await Assert.ThrowsAnyAsync<Exception>(() => _templates.RenderAsync("includes", new Dictionary<string, string>()));
        Write("layouts", $"{{% layout \"{name}\" %}}");
        await Assert.ThrowsAnyAsync<Exception>(() => _templates.RenderAsync("layouts", new Dictionary<string, string>()));
    }

    [Fact]
    public async Task A_template_of_the_project_replaces_ours_and_keeps_our_layout()
    {
        Write("password-reset", "{% layout \"base\" %}{% block content %}Mine: {{ url }}{% endblock %}");

        var html = await _templates.RenderAsync("password-reset",
            new Dictionary<string, string> { ["url"] = "https://example.com/", ["projectName"] = "Project" });

        Assert.Contains("Mine: https://example.com/", html);
        Assert.Contains("<title>Project</title>", html);
    }

    [Fact]
    public async Task Blocks_replace_those_of_the_layout_and_templates_include_others()
    {
        Write("outer", "[{% block head %}outer head{% endblock %}|{% block body %}outer body{% endblock %}]");
        Write("footer", "bye {{ name }}");
        Write("inner", "{% layout 'outer' %}not shown{% block body %}{% if name %}hello {{ name }}{% endif %}, {% include 'footer' %}{% endblock %}");

        Assert.Equal("[outer head|hello Ada, bye Ada]", await _templates.RenderAsync("inner", new Dictionary<string, string> { ["name"] = "Ada" }));
    }

    [Theory]
    [InlineData("{% layout 'self' %}")]
    [InlineData("{% include 'self' %}")]
    [InlineData("{% for i in (1..1000000) %}{% for j in (1..1000000) %}x{% endfor %}{% endfor %}")]
    public async Task A_template_without_end_is_ended(string text)
    {
        Write("self", text);

        await Assert.ThrowsAnyAsync<Exception>(() => _templates.RenderAsync("self", new Dictionary<string, string>()));
    }

    [Fact]
    public async Task Values_are_not_templates()
    {
        Write("plain", "{{ name }}");

        Assert.Equal("{{ url }}{% include 'base' %}",
            await _templates.RenderAsync("plain", new Dictionary<string, string> { ["name"] = "{{ url }}{% include 'base' %}", ["url"] = "u" }));
    }

    [Theory]
    [InlineData("password-reset")]
    [InlineData("user-invitation")]
    [InlineData("user-registration")]
    [InlineData("share-invitation")]
    public async Task Each_mail_has_a_text_and_a_page_with_its_link(string name)
    {
        var values = new Dictionary<string, string>
        {
            ["url"] = "https://example.com/x", ["projectName"] = "Project", ["projectColor"] = "#000",
            ["projectUrl"] = "https://example.com"
        };

        Assert.Contains("href=\"https://example.com/x\"", await _templates.RenderAsync(name, values));
        Assert.Contains("https://example.com/x", await _templates.RenderAsync($"{name}.text", values));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, "mail", $"{name}.liquid"), text);
}
