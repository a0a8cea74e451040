using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Turna.Kernel;

namespace Turna.Design.Binding;

/// <summary>Days and partial dates from three fields (<c>Born.Day</c>, <c>Born.Month</c>, <c>Born.Year</c>) or one in the ISO form.</summary>
internal sealed class DateBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) => context.Metadata.UnderlyingOrModelType switch
    {
        var type when type == typeof(PartialDate) => new DateBinder(partial: true),
        var type when type == typeof(DateOnly) => new DateBinder(partial: false),
        _ => null,
    };
}

internal sealed class DateBinder(bool partial) : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var (day, month, year) = (Part(context, "Day"), Part(context, "Month"), Part(context, "Year"));
        if (day is null && month is null && year is null) BindWhole(context);
        else BindParts(context, day, month, year);
        return Task.CompletedTask;
    }

    private static string? Part(ModelBindingContext context, string part)
    {
        var key = $"{context.ModelName}.{part}";
        var given = context.ValueProvider.GetValue(key);
        if (given == ValueProviderResult.None) return null;
        context.ModelState.SetModelValue(key, given);
        context.ModelState.MarkFieldValid(key);
        return given.FirstValue?.Trim() ?? string.Empty;
    }

    private void BindWhole(ModelBindingContext context)
    {
        var given = context.ValueProvider.GetValue(context.ModelName);
        if (given == ValueProviderResult.None) return;
        context.ModelState.SetModelValue(context.ModelName, given);
        if (string.IsNullOrWhiteSpace(given.FirstValue)) Absent(context);
        else if (PartialDate.TryParse(given.FirstValue.Trim(), out var date) && (partial || date.IsExact)) Succeed(context, date);
        else FailNotADate(context);
    }

    private void BindParts(ModelBindingContext context, string? day, string? month, string? year)
    {
        if (string.IsNullOrEmpty(day) && string.IsNullOrEmpty(month) && string.IsNullOrEmpty(year)) Absent(context);
        else if (string.IsNullOrEmpty(year)) Fail(context, Texts.Key("Write the year too, in four figures."));
        else if (!partial && (string.IsNullOrEmpty(day) || string.IsNullOrEmpty(month))) Fail(context, Texts.Key("Write the day, the month and the year."));
        else if (Read(day, month, year) is { } date) Succeed(context, date);
        else FailNotADate(context);
    }

    private static PartialDate? Read(string? day, string? month, string year)
    {
        if (!TryNumber(year, 4, out var y) || !TryNumber(month, 2, out var m) || !TryNumber(day, 2, out var d) || y is null) return null;
        return PartialDate.Of(y.Value, m, d);
    }

    private static bool TryNumber(string? text, int digits, out int? number)
    {
        number = null;
        if (string.IsNullOrEmpty(text)) return true;
        if (text.Length > digits || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return false;
        number = read;
        return true;
    }

    private static void FailNotADate(ModelBindingContext context)
    {
        var services = context.HttpContext.RequestServices;
        var texts = services.GetRequiredService<Texts>();
        Fail(context, texts["This date does not exist. Write it like {0}.", Example(context, services.GetService<TimeProvider>() ?? TimeProvider.System)]);
    }

    private static string Example(ModelBindingContext context, TimeProvider clock)
    {
        var asked = (context.ModelMetadata as DefaultModelMetadata)?.Attributes.PropertyAttributes?.OfType<AsksForAttribute>().FirstOrDefault()?.Day ?? AskedDay.OfLate;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var day = asked switch { AskedDay.Birth => new DateOnly(1989, 11, 24), AskedDay.Ahead => today.AddMonths(1), _ => today };
        return day.ToString("d M yyyy", CultureInfo.InvariantCulture);
    }

    private static void Absent(ModelBindingContext context)
    {
        if (context.ModelMetadata.IsReferenceOrNullableType) context.Result = ModelBindingResult.Success(null);
        else Fail(context, Texts.Key("Write the day, the month and the year."));
    }

    private void Succeed(ModelBindingContext context, PartialDate date) =>
        context.Result = ModelBindingResult.Success(partial ? date : date.Earliest);

    private static void Fail(ModelBindingContext context, string message)
    {
        context.ModelState.TryAddModelError(context.ModelName, message);
        context.Result = ModelBindingResult.Failed();
    }
}
