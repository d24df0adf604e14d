using System.Collections.Frozen;
using Directus.Grpc.Server.Schema;

namespace Directus.Grpc.Server.Edges.LegacyV11.Tables;

/// <summary>The interfaces of API v1.1 (`ui`) and those of Directus 11. What has no other name goes and comes as it is.</summary>
internal static class Interfaces
{
    public const string ManyToOne = "many_to_one";
    public const string OneToMany = "one_to_many";
    public const string ManyToMany = "many_to_many";
    public const string File = "single_file";
    public const string SystemUser = "system_user";

    private const string Text = "textinput";
    private const string Number = "numeric";
    private const string Input = "input";

    private static readonly FrozenDictionary<string, string> Taken = new Dictionary<string, string>
    {
        [Number] = Input, [Text] = Input, ["text_input"] = Input, ["textarea"] = "input-multiline", ["wysiwyg"] = "input-rich-text-html",
        ["markdown"] = "input-rich-text-md", ["toggle"] = "boolean", ["checkbox"] = "boolean", ["dropdown"] = "select-dropdown",
        ["select"] = "select-dropdown", ["radio_buttons"] = "select-radio", ["tags"] = "tags", ["datetime"] = "datetime", ["date"] = "datetime",
        ["time"] = "datetime", ["color"] = "select-color", ["color_picker"] = "select-color", ["password"] = "input-hash", ["slug"] = Input,
        ["json"] = "input-code", [File] = "file", [ManyToOne] = "select-dropdown-m2o", ["many_to_one_typeahead"] = "select-dropdown-m2o",
        [OneToMany] = "list-o2m", [ManyToMany] = "list-m2m", ["multiple_files"] = "files", ["primary_key"] = Input, ["sort"] = Input,
        ["status"] = "select-dropdown", [SystemUser] = "select-dropdown-m2o",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, string> Told = new Dictionary<string, string>
    {
        ["input-multiline"] = "textarea", ["input-rich-text-html"] = "wysiwyg", ["input-rich-text-md"] = "markdown", ["boolean"] = "toggle",
        ["select-dropdown"] = "dropdown", ["select-radio"] = "radio_buttons", ["tags"] = "tags", ["select-color"] = "color",
        ["input-hash"] = "password", ["input-code"] = "json", ["file"] = File, ["file-image"] = File, ["select-dropdown-m2o"] = ManyToOne,
        ["list-o2m"] = OneToMany, ["list-m2m"] = ManyToMany, ["files"] = "multiple_files",
    }.ToFrozenDictionary();

    public static string Read(string ui) => Taken.GetValueOrDefault(ui, ui);

    /// <summary>Whether an interface leads to one row of another table.</summary>
    public static bool LeadsToOne(string? ui) => ui is ManyToOne or "many_to_one_typeahead" or File or SystemUser;

    public static string Of(Field field)
    {
        var own = (string?)field.Meta?["interface"];
        if (own is not null && own is not (Input or "datetime")) return Told.GetValueOrDefault(own, own);
        return field.Type switch
        {
            FieldType.Integer or FieldType.BigInteger or FieldType.Float or FieldType.Decimal => Number,
            FieldType.Boolean => "toggle",
            FieldType.Date => "date",
            FieldType.Time => "time",
            FieldType.DateTime or FieldType.Timestamp => "datetime",
            FieldType.Text => own is null ? "textarea" : Text,
            FieldType.Json => "json",
            FieldType.Csv => "tags",
            _ => Text,
        };
    }
}
