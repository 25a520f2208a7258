//! The values of this module and of the standard library as instances.

use std::ops::ControlFlow;

use super::super::json::Json;
use super::super::map::Map;
use super::super::number::{Integer, Number, NumberView};
use super::{Instance, Items, Members, View, Visit};

impl Instance for Json {
    fn view(&self) -> View<'_> {
        match self {
            Self::Null => View::Null,
            Self::Bool(value) => View::Boolean(*value),
            Self::Number(number) => View::Number(number.view()),
            Self::String(text) => View::String(text),
            Self::Array(items) => View::Array(items),
            Self::Object(members) => View::Object(members),
        }
    }
}

impl Instance for bool {
    fn view(&self) -> View<'_> {
        View::Boolean(*self)
    }
}

impl Instance for str {
    fn view(&self) -> View<'_> {
        View::String(self)
    }
}

impl Instance for String {
    fn view(&self) -> View<'_> {
        View::String(self)
    }
}

impl Instance for Number {
    fn view(&self) -> View<'_> {
        View::Number(Self::view(self))
    }
}

impl Instance for Integer {
    fn view(&self) -> View<'_> {
        View::Number(Self::view(self))
    }
}

impl<T: Instance + ?Sized> Instance for &T {
    fn view(&self) -> View<'_> {
        T::view(self)
    }
}

impl<T: Instance + ?Sized> Instance for Box<T> {
    fn view(&self) -> View<'_> {
        T::view(self)
    }
}

/// `None` is `null`; a member that is absent is not an instance at all.
impl<T: Instance> Instance for Option<T> {
    fn view(&self) -> View<'_> {
        self.as_ref().map_or(View::Null, T::view)
    }
}

impl<V: Instance> Instance for Vec<V> {
    fn view(&self) -> View<'_> {
        View::Array(self)
    }
}

impl<V: Instance> Instance for Map<V> {
    fn view(&self) -> View<'_> {
        View::Object(self)
    }
}

macro_rules! unsigned_instances {
    ($($integer:ty),*) => { $(
        impl Instance for $integer {
            fn view(&self) -> View<'_> {
                View::Number(NumberView::Unsigned(u64::from(*self)))
            }
        }
    )* };
}

macro_rules! signed_instances {
    ($($integer:ty),*) => { $(
        impl Instance for $integer {
            fn view(&self) -> View<'_> {
                let value = i64::from(*self);
                View::Number(u64::try_from(value).map_or(NumberView::Negative(value), NumberView::Unsigned))
            }
        }
    )* };
}

unsigned_instances!(u8, u16, u32, u64);
signed_instances!(i8, i16, i32, i64);

impl<V: Instance> Items for Vec<V> {
    fn len(&self) -> usize {
        Vec::len(self)
    }

    fn item(&self, index: usize) -> Option<&dyn Instance> {
        self.get(index).map(|item| item as &dyn Instance)
    }
}

impl<V: Instance> Items for &[V] {
    fn len(&self) -> usize {
        <[V]>::len(self)
    }

    fn item(&self, index: usize) -> Option<&dyn Instance> {
        self.get(index).map(|item| item as &dyn Instance)
    }
}

impl<V: Instance> Members for Map<V> {
    fn len(&self) -> usize {
        Map::len(self)
    }

    fn get(&self, name: &str) -> Option<&dyn Instance> {
        Map::get(self, name).map(|value| value as &dyn Instance)
    }

    fn each<'a>(&'a self, visit: &mut Visit<'_, 'a>) -> ControlFlow<()> {
        for (name, value) in self {
            visit(name, value)?;
        }
        ControlFlow::Continue(())
    }
}
